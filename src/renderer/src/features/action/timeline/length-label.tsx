/** How long a gap or a wait is, on it: on a ground of its own, as lines of the grid and of now run across. */
import { describeDuration } from '../../../../../shared/duration.ts';
import type { MarkBox } from '../../../../../views/timeline/mark-boxes.ts';

const HEIGHT = 12;
/** About what a character takes at this size. */
const CHARACTER = 6.2;

export function LengthLabel({ box, y }: { readonly box: MarkBox; readonly y: number }) {
  const { marks, from, to, x, width } = box;
  const [{ kind }] = marks;
  if (to === null || (kind !== 'gap' && kind !== 'waiting for the response')) return null;
  const text = describeDuration(to - from);
  const ground = text.length * CHARACTER + 6;
  if (width < ground + 12) return null;
  return (
    <g transform={`translate(${x + width / 2} ${y})`} pointerEvents="none">
      <rect
        x={-ground / 2}
        y={-HEIGHT / 2}
        width={ground}
        height={HEIGHT}
        rx="3"
        style={{ fill: 'var(--lab-surface)' }}
      />
      <text y="4" textAnchor="middle" fontSize="11" style={{ fill: 'var(--mantine-color-text)' }}>
        {text}
      </text>
    </g>
  );
}
