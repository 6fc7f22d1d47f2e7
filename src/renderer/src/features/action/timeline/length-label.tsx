/** How long a gap or a wait is, on it: on a ground of its own, as lines of the grid and of now run across. */
import { describeDuration } from '../../../../../shared/duration.ts';
import type { Instant } from '../../../../../shared/model.ts';
import type { MarkBox } from '../../../../../views/timeline/mark-boxes.ts';
import { CHARACTER, TYPE } from './geometry.ts';

const HEIGHT = 14;

/** What is over, or planned to its end. */
type EndedBox = MarkBox & { readonly to: Instant };

/** Whether a gap or a wait has room for its length. */
export function showsLength(box: MarkBox): box is EndedBox {
  const { marks, from, to, width } = box;
  const [{ kind }] = marks;
  if (to === null || (kind !== 'gap' && kind !== 'waiting for the response')) return false;
  return width >= groundOf(describeDuration(to - from)) + 4;
}

const groundOf = (text: string) => text.length * CHARACTER + 6;

/** Of a box that shows its length. */
export function LengthLabel({ box, y }: { readonly box: EndedBox; readonly y: number }) {
  const { from, to, x, width } = box;
  const text = describeDuration(to - from);
  const ground = groundOf(text);
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
      <text y="4" textAnchor="middle" fontSize={TYPE} style={{ fill: 'var(--mantine-color-text)' }}>
        {text}
      </text>
    </g>
  );
}
