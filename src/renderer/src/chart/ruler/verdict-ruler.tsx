/** The ruler of one configuration, with an outage to try out. */
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { outageOutcome, outageSentence } from '../../../../views/verdict/outage.ts';
import { OutageControl } from './outage-control.tsx';
import classes from './ruler.module.css';
import { Ruler } from './ruler.tsx';
import { rulerKinds } from './ruler-kinds.ts';
import { RulerLegend } from './ruler-legend.tsx';
import { rulerModel } from './ruler-model.ts';
import { RulerTable } from './ruler-table.tsx';
import { beyondInWords } from './ruler-words.ts';
import { ScaleSwitch } from './scale-switch.tsx';
import { useOutage } from './use-outage.ts';
import { useTimeAxis } from './use-time-axis.ts';

interface VerdictRulerProps {
  readonly actionType: ActionType;
  readonly settings: Settings;
}

export function VerdictRuler({ actionType, settings }: VerdictRulerProps) {
  const model = useMemo(() => rulerModel(settings, actionType), [settings, actionType]);
  const models = useMemo(() => [model], [model]);
  const { ref, width } = useElementSize();
  const { scale, isCrowded, choose } = useTimeAxis(models, width);
  const instants = useMemo(() => model.calls.map(({ at }) => at), [model]);
  const longest = model.calls.at(-1)?.at ?? 0;
  const input = useOutage({ fromMs: 0, lengthMs: longest });
  const [isTableShown, setTableShown] = useState(false);
  const { outage } = input;
  const outcome = outageOutcome(settings, actionType, outage);
  const through = outage.lengthMs > 0 ? (outcome.through?.callNumber ?? null) : null;
  const beyond = beyondInWords(model, scale.maxMs);
  return (
    <div ref={ref} className={classes.whole}>
      <Ruler name="Ruler" model={model} scale={scale} outage={outage} through={through} />
      <div className={classes.underRuler}>
        <RulerLegend kinds={rulerKinds([{ model, through }], outage.lengthMs > 0)} />
        <div className={classes.tools}>
          {isCrowded && <ScaleSwitch value={scale.kind} onChange={choose} />}
          <Button variant="default" aria-expanded={isTableShown} onClick={() => setTableShown(!isTableShown)}>
            As a table
          </Button>
        </div>
      </div>
      {beyond !== null && <p className={classes.note}>{beyond}</p>}
      {isTableShown && <RulerTable name="Ruler" model={model} outage={outage} />}
      <OutageControl input={input} scale={scale} instants={instants}>
        {outageSentence(settings, actionType, outage)}
      </OutageControl>
    </div>
  );
}
