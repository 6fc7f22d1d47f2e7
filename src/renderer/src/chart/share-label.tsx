/** A share written on its bar, where there is room for it. */
import { share } from '../../../views/words/figures.ts';
import { TICK } from './axes.ts';

interface ShareLabelProps {
  readonly x?: number | string | undefined;
  readonly y?: number | string | undefined;
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
  readonly value?: unknown;
}

/** Pixels that `12.3 %` takes with the ground around it. */
const ROOM = 52;
const GROUND = { width: 46, height: 16 };

/** On a ground of its own, so that it can be read on whatever colour the bar has. */
export function ShareLabel({ x, y, width, height, value }: ShareLabelProps) {
  if (typeof value !== 'number' || Number(width) < ROOM) return null;
  const [middle, centre] = [Number(x) + Number(width) / 2, Number(y) + Number(height) / 2];
  return (
    <g pointerEvents="none">
      <rect x={middle - GROUND.width / 2} y={centre - GROUND.height / 2} {...GROUND} rx={3} fill="var(--lab-surface)" />
      <text {...TICK} x={middle} y={centre} dy="0.35em" textAnchor="middle" fill="var(--mantine-color-text)">
        {share(value)}
      </text>
    </g>
  );
}
