/** Both rulers on one axis, one above the other, so that instants line up; and one outage for both. */
import { useElementSize } from '@mantine/hooks';
import { memo, useMemo } from 'react';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { outageOutcome, outageSentence } from '../../../../views/verdict/outage.ts';
import { OutageControl } from '../../chart/ruler/outage-control.tsx';
import { Ruler } from '../../chart/ruler/ruler.tsx';
import { rulerKinds } from '../../chart/ruler/ruler-kinds.ts';
import { RulerLegend } from '../../chart/ruler/ruler-legend.tsx';
import { rulerModel } from '../../chart/ruler/ruler-model.ts';
import { beyondInWords } from '../../chart/ruler/ruler-words.ts';
import { ScaleSwitch } from '../../chart/ruler/scale-switch.tsx';
import { useOutage } from '../../chart/ruler/use-outage.ts';
import { useTimeAxis } from '../../chart/ruler/use-time-axis.ts';
import { Section } from '../../components/section.tsx';
import formClasses from '../../form/form.module.css';
import classes from './compare.module.css';
import type { Side } from './figures.ts';

export interface Compared {
  readonly side: Side;
  /** What people call it. */
  readonly title: string;
  readonly actionType: ActionType;
}

interface SharedAxisProps {
  readonly settings: Settings;
  /** Those whose fields are right. */
  readonly compared: readonly Compared[];
}

/** Redrawn only when a figure changes: the world around it changes many times a second. */
export const SharedAxis = memo(Axis, (before, after) => JSON.stringify(before) === JSON.stringify(after));

function Axis({ settings, compared }: SharedAxisProps) {
  const { ref, width } = useElementSize();
  const models = useMemo(
    () => compared.map(({ actionType }) => rulerModel(settings, actionType)),
    [settings, compared],
  );
  const { scale, isCrowded, choose } = useTimeAxis(models, width);
  const instants = useMemo(() => models.flatMap(({ calls }) => calls.map(({ at }) => at)), [models]);
  const input = useOutage({ fromMs: 0, lengthMs: Math.max(...instants) });
  const { outage } = input;
  const rulers = models.map((model, index) => {
    const actionType = compared[index]?.actionType;
    const outcome = actionType === undefined ? null : outageOutcome(settings, actionType, outage);
    return { model, through: outage.lengthMs > 0 ? (outcome?.through?.callNumber ?? null) : null };
  });
  return (
    <Section
      title="On one time axis"
      aside="if the API never connects"
      actions={isCrowded ? <ScaleSwitch value={scale.kind} onChange={choose} /> : undefined}
    >
      <div ref={ref} className={classes.axis}>
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
        <RulerLegend kinds={rulerKinds(rulers, outage.lengthMs > 0)} />
        <OutageControl input={input} scale={scale} instants={instants}>
          {compared.map(({ side, actionType }) => (
            <span key={side}>
              <b>{side}</b> {outageSentence(settings, actionType, outage)}
            </span>
          ))}
        </OutageControl>
      </div>
    </Section>
  );
}
