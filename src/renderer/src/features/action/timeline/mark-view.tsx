/** One mark of the chart. Drawn again only when it, its place, or whether it is pointed at changes. */
import { memo } from 'react';
import type { Mark } from '../../../../../engine/timeline-mark.ts';
import { describeDuration } from '../../../../../shared/duration.ts';
import { LANE } from './geometry.ts';
import { MARK_STYLES } from './mark-style.ts';
import { MarkShape } from './shape.tsx';
import { StatusBand } from './status-band.tsx';

interface MarkViewProps {
  readonly id: string;
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly patterns: string;
  readonly isActive: boolean;
  /** Whether there is room for words that nothing else says. */
  readonly showsLength: boolean;
}

/** Whatever is pointed at is at least so wide. */
const SMALLEST_TARGET = 12;
const MOMENT_TARGET = 18;

export const MarkView = memo(function MarkView(props: MarkViewProps) {
  const { id, mark, x, y, width, patterns, isActive, showsLength } = props;
  const isMoment = width === 0;
  const isClosing = mark.kind === 'status' && mark.to === mark.from;
  const target = isMoment || isClosing ? MOMENT_TARGET : Math.max(width, SMALLEST_TARGET);
  const left = isMoment || isClosing ? -target / 2 : Math.min(0, (width - target) / 2);
  return (
    <g
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-label={nameOf(mark)}
      data-mark={mark.id}
      transform={`translate(${round(x)} ${y})`}
    >
      <rect x={left} y={-LANE / 2} width={target} height={LANE} fill="transparent" />
      {mark.kind === 'status' ? (
        <StatusBand mark={mark} width={width} />
      ) : (
        <MarkShape style={MARK_STYLES[mark.kind]} patterns={patterns} width={width} isPlanned={mark.isPlanned} />
      )}
      {showsLength && <Length mark={mark} width={width} />}
      {isActive && (
        <rect
          x={left - 1.5}
          y={-LANE / 2 + 1.5}
          width={target + 3}
          height={LANE - 3}
          rx="4"
          fill="none"
          strokeWidth="2"
          style={{ stroke: 'var(--lab-accent)' }}
        />
      )}
    </g>
  );
});

/** Its title, and how long it lasted: whatever words are drawn on it are in its name. */
function nameOf({ title, from, to }: Mark): string {
  return to === null || to === from ? title : `${title}, ${describeDuration(to - from)}`;
}

/** How long a gap or a wait is, on it. */
function Length({ mark, width }: { readonly mark: Mark; readonly width: number }) {
  if (mark.to === null || (mark.kind !== 'gap' && mark.kind !== 'waiting for the response')) return null;
  const text = describeDuration(mark.to - mark.from);
  if (width < text.length * 6.5 + 16) return null;
  return (
    <text
      x={width / 2}
      y="4"
      textAnchor="middle"
      fontSize="11"
      strokeWidth="5"
      strokeLinejoin="round"
      style={{ fill: 'var(--mantine-color-text)', stroke: 'var(--lab-surface)', paintOrder: 'stroke' }}
    >
      {text}
    </text>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
