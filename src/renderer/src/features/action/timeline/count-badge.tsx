/** How many marks a cluster stands for, at its upper right corner. */
import { CHARACTER, TYPE } from './geometry.ts';

const HEIGHT = 14;
/** The middle of it, above the middle of its mark. */
const RISE = 10;

interface CountBadgeProps {
  readonly count: number;
  /** Of what it stands at. */
  readonly colour: string;
  /** Where its mark ends, and how far over its end it must not begin. */
  readonly right: number;
  readonly left: number;
}

export function CountBadge({ count, colour, right, left }: CountBadgeProps) {
  const text = `×${count}`;
  const width = text.length * CHARACTER + 6;
  const x = Math.max(left, right + 3 - width);
  return (
    <g transform={`translate(${x} ${-RISE})`}>
      <rect
        y={-HEIGHT / 2}
        width={width}
        height={HEIGHT}
        rx={HEIGHT / 2}
        style={{ fill: 'var(--lab-surface)', stroke: colour }}
      />
      <text
        x={width / 2}
        y="4.2"
        textAnchor="middle"
        fontSize={TYPE}
        fontWeight="600"
        style={{ fill: 'var(--mantine-color-text)' }}
      >
        {text}
      </text>
    </g>
  );
}
