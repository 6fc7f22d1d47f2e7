/** Both rulers on one axis, one above the other, so that instants line up: where the API never connects, and in one outage for both. */
import { useElementSize } from '@mantine/hooks';
import { memo, type ReactNode, type RefCallback, useMemo } from 'react';
import type { Settings } from '../../../../shared/definitions.ts';
import { STORY_WORDS, type Story } from '../../../../views/compare/stories.ts';
import type { ReportedSide } from '../../../../views/report/settings-report.ts';
import { type Outage, outageOutcome, outageSentence } from '../../../../views/verdict/outage.ts';
import { OutageControl } from '../../chart/ruler/outage-control.tsx';
import { Ruler } from '../../chart/ruler/ruler.tsx';
import { rulerKinds } from '../../chart/ruler/ruler-kinds.ts';
import { RulerLegend } from '../../chart/ruler/ruler-legend.tsx';
import { outageModel, type RulerModel, rulerModel, worstCaseModel } from '../../chart/ruler/ruler-model.ts';
import { beyondInWords } from '../../chart/ruler/ruler-words.ts';
import { ScaleSwitch } from '../../chart/ruler/scale-switch.tsx';
import { useOutage } from '../../chart/ruler/use-outage.ts';
import { type TimeAxis, useTimeAxis } from '../../chart/ruler/use-time-axis.ts';
import { Section } from '../../components/section.tsx';
import formClasses from '../../form/form.module.css';
import classes from './compare.module.css';

interface ComparedProps {
  readonly settings: Settings;
  /** Those whose fields are right. */
  readonly compared: readonly ReportedSide[];
}

const isSame = (before: ComparedProps, after: ComparedProps) => JSON.stringify(before) === JSON.stringify(after);

/** What happens if the API never connects, and nothing else. Redrawn only when a figure changes: the world changes many times a second. */
export const NeverConnects = memo(({ settings, compared }: ComparedProps) => {
  const { ref, width } = useElementSize();
  const models = useMemo(
    () => compared.map(({ actionType }) => worstCaseModel(settings, actionType)),
    [settings, compared],
  );
  const axis = useTimeAxis(models, width);
  const rulers = models.map((model) => ({ model, through: null }));
  return <Rulers story="never" measure={ref} axis={axis} compared={compared} rulers={rulers} outage={null} />;
}, isSame);

/** One outage that one chooses, for both. */
export const OutageForBoth = memo(({ settings, compared }: ComparedProps) => {
  const { ref, width } = useElementSize();
  // The axis has room for whatever an outage leads to, so that it stays while one moves the outage.
  const longest = useMemo(
    () => compared.map(({ actionType }) => rulerModel(settings, actionType)),
    [settings, compared],
  );
  const axis = useTimeAxis(longest, width);
  const instants = useMemo(() => longest.flatMap(({ calls }) => calls.map(({ at }) => at)), [longest]);
  const input = useOutage({ fromMs: 0, lengthMs: Math.max(...instants) });
  const { outage } = input;
  const rulers = useMemo(
    () =>
      compared.map(({ actionType }) => ({
        model: outageModel(settings, actionType, outage),
        through: outageOutcome(settings, actionType, outage).through?.callNumber ?? null,
      })),
    [settings, compared, outage],
  );
  return (
    <Rulers story="outage" measure={ref} axis={axis} compared={compared} rulers={rulers} outage={outage}>
      <OutageControl input={input} scale={axis.scale} instants={instants}>
        {compared.map(({ side, actionType }) => (
          <span key={side}>
            <b>{side}</b> {outageSentence(settings, actionType, outage)}
          </span>
        ))}
      </OutageControl>
    </Rulers>
  );
}, isSame);

interface RulersProps {
  readonly story: Story;
  readonly measure: RefCallback<HTMLDivElement>;
  readonly axis: TimeAxis;
  readonly compared: readonly ReportedSide[];
  readonly rulers: readonly { readonly model: RulerModel; readonly through: number | null }[];
  readonly outage: Outage | null;
  /** Below the rulers. */
  readonly children?: ReactNode;
}

function Rulers({ story, measure, axis, compared, rulers, outage, children }: RulersProps) {
  const { scale, isCrowded, choose } = axis;
  return (
    <Section
      title={STORY_WORDS[story]}
      aside="on one time axis"
      actions={isCrowded ? <ScaleSwitch value={scale.kind} onChange={choose} /> : undefined}
    >
      <div ref={measure} className={classes.axis}>
        {compared.map(({ side, title }, index) => {
          const ruler = rulers[index];
          const beyond = ruler === undefined ? null : beyondInWords(ruler.model, scale.maxMs);
          return (
            ruler !== undefined && (
              <div key={side}>
                <h3 className={classes.rulerName}>
                  <b>{side}</b> {title}
                </h3>
                <Ruler name={`Ruler of variant ${side}`} scale={scale} outage={outage} {...ruler} />
                {beyond !== null && <p className={formClasses.note}>{beyond}</p>}
              </div>
            )
          );
        })}
        <RulerLegend kinds={rulerKinds(rulers, outage !== null && outage.lengthMs > 0)} />
        {children}
      </div>
    </Section>
  );
}
