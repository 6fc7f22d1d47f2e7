/** One time axis from launch: the calls of the worst case, what never happens, the response window, the due date, the end. */
import { useElementSize } from '@mantine/hooks';
import { useId, useMemo } from 'react';
import type { Outage } from '../../../../views/verdict/outage.ts';
import { part } from '../../components/part.tsx';
import type { TimeScale } from '../time-scale.ts';
import classes from './ruler.module.css';
import { AXIS_HEIGHT, PLOT_LEFT, PLOT_RIGHT, TOP } from './ruler-label.ts';
import { layoutRuler } from './ruler-layout.ts';
import type { RulerModel } from './ruler-model.ts';
import { rulerInWords } from './ruler-words.ts';

const SMALLEST_PLOT = 120;

const DrawnRuler = part(async () => (await import('./drawn-ruler.tsx')).DrawnRuler);

interface RulerProps {
  /** What it is the ruler of: its accessible name begins so. */
  readonly name: string;
  readonly model: RulerModel;
  /** The axis; rulers that are compared share it. */
  readonly scale: TimeScale;
  readonly outage: Outage | null;
  /** The number of the call that gets through the outage. */
  readonly through: number | null;
}

export function Ruler({ name, model, scale, outage, through }: RulerProps) {
  const id = useId();
  const { ref, width: fullWidth } = useElementSize();
  const width = Math.max(Math.floor(fullWidth) - PLOT_LEFT - PLOT_RIGHT, SMALLEST_PLOT);
  const layout = useMemo(
    () => layoutRuler(model, { scale, width, outage, through }),
    [model, scale, width, outage, through],
  );
  const { height } = layout;
  return (
    <div ref={ref} className={classes.ruler} style={{ height: TOP + height + AXIS_HEIGHT }}>
      <div role="img" aria-label={rulerInWords(name, model, outage)}>
        {fullWidth > 0 && <DrawnRuler id={id} layout={layout} scale={scale} width={width} />}
      </div>
    </div>
  );
}
