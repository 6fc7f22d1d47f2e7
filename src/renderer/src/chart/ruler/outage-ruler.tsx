/** The ruler of one configuration in an outage that one chooses: which call connects, and what it waits for then. */
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { outageOutcome, outageSentence } from '../../../../views/verdict/outage.ts';
import { OutageControl } from './outage-control.tsx';
import classes from './ruler.module.css';
import { Ruler } from './ruler.tsx';
import { rulerKinds } from './ruler-kinds.ts';
import { RulerLegend } from './ruler-legend.tsx';
import { outageModel, rulerModel } from './ruler-model.ts';
import { ScaleSwitch } from './scale-switch.tsx';
import { useOutage } from './use-outage.ts';
import { useTimeAxis } from './use-time-axis.ts';

interface OutageRulerProps {
  readonly actionType: ActionType;
  readonly settings: Settings;
}

export function OutageRuler({ actionType, settings }: OutageRulerProps) {
  // The axis has room for whatever an outage leads to, so that it stays while one moves the outage.
  const longest = useMemo(() => [rulerModel(settings, actionType)], [settings, actionType]);
  const instants = useMemo(() => longest.flatMap(({ calls }) => calls.map(({ at }) => at)), [longest]);
  const { ref, width } = useElementSize();
  const { scale, isCrowded, choose } = useTimeAxis(longest, width);
  const input = useOutage({ fromMs: 0, lengthMs: Math.max(...instants) });
  const { outage } = input;
  const model = useMemo(() => outageModel(settings, actionType, outage), [settings, actionType, outage]);
  const through = outageOutcome(settings, actionType, outage).through?.callNumber ?? null;
  return (
    <div ref={ref} className={classes.whole}>
      <Ruler name="Ruler of the outage" model={model} scale={scale} outage={outage} through={through} />
      <div className={classes.underRuler}>
        <RulerLegend kinds={rulerKinds([{ model, through }], outage.lengthMs > 0)} />
        <div className={classes.tools}>{isCrowded && <ScaleSwitch value={scale.kind} onChange={choose} />}</div>
      </div>
      <OutageControl input={input} scale={scale} instants={instants}>
        {outageSentence(settings, actionType, outage)}
      </OutageControl>
    </div>
  );
}
