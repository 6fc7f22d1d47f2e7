/** The ruler of one configuration: what happens if the API never connects. */
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import classes from './ruler.module.css';
import { Ruler } from './ruler.tsx';
import { rulerKinds } from './ruler-kinds.ts';
import { RulerLegend } from './ruler-legend.tsx';
import { worstCaseModel } from './ruler-model.ts';
import { RulerTable } from './ruler-table.tsx';
import { beyondInWords } from './ruler-words.ts';
import { ScaleSwitch } from './scale-switch.tsx';
import { useTimeAxis } from './use-time-axis.ts';

interface VerdictRulerProps {
  readonly actionType: ActionType;
  readonly settings: Settings;
}

export function VerdictRuler({ actionType, settings }: VerdictRulerProps) {
  const model = useMemo(() => worstCaseModel(settings, actionType), [settings, actionType]);
  const models = useMemo(() => [model], [model]);
  const { ref, width } = useElementSize();
  const { scale, isCrowded, choose } = useTimeAxis(models, width);
  const [isTableShown, setTableShown] = useState(false);
  const beyond = beyondInWords(model, scale.maxMs);
  return (
    <div ref={ref} className={classes.whole}>
      <Ruler name="Ruler" model={model} scale={scale} outage={null} through={null} />
      <div className={classes.underRuler}>
        <RulerLegend kinds={rulerKinds([{ model, through: null }], false)} />
        <div className={classes.tools}>
          {isCrowded && <ScaleSwitch value={scale.kind} onChange={choose} />}
          <Button variant="default" aria-expanded={isTableShown} onClick={() => setTableShown(!isTableShown)}>
            As a table
          </Button>
        </div>
      </div>
      {beyond !== null && <p className={classes.note}>{beyond}</p>}
      {isTableShown && <RulerTable name="Ruler" model={model} outage={null} />}
    </div>
  );
}
