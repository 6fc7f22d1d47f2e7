/** One box of the chart: a mark, or a cluster. Drawn again only when the box changes, or whether it is pointed at. */
import { memo } from 'react';
import { describeDuration } from '../../../../../shared/duration.ts';
import type { MarkBox } from '../../../../../views/timeline/mark-boxes.ts';
import { MarkShape } from '../../../chart/mark.tsx';
import { clusterInWords, styledKindOf, styleOf } from './cluster-style.ts';
import { CountBadge } from './count-badge.tsx';
import { LANE } from './geometry.ts';
import { StatusBand } from './status-band.tsx';

interface MarkBoxViewProps {
  readonly id: string;
  readonly box: MarkBox;
  readonly y: number;
  readonly width: number;
  readonly patterns: string;
  readonly isActive: boolean;
}

/** Whatever is pointed at is at least so wide. */
const SMALLEST_TARGET = 12;
const MOMENT_TARGET = 18;

export const MarkBoxView = memo(function MarkBoxView({ id, box, y, width, patterns, isActive }: MarkBoxViewProps) {
  const { marks, x } = box;
  const kind = styledKindOf(marks);
  const isMiddle = width === 0;
  const target = isMiddle ? MOMENT_TARGET : Math.max(width, SMALLEST_TARGET);
  const left = isMiddle ? -target / 2 : Math.min(0, (width - target) / 2);
  const style = kind === null ? null : styleOf(kind, marks);
  return (
    <g
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-label={nameOf(box)}
      data-mark={box.id}
      transform={`translate(${round(x)} ${y})`}
    >
      <rect x={left} y={-LANE / 2} width={target} height={LANE} fill="transparent" data-screen-only />
      {style === null ? (
        <StatusBand marks={marks} width={width} />
      ) : (
        <MarkShape look={style} patterns={patterns} width={width} isPlanned={marks.every((mark) => mark.isPlanned)} />
      )}
      {isActive && (
        <rect
          data-screen-only
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
      {style !== null && marks.length > 1 && (
        <CountBadge count={marks.length} colour={style.colour} left={isMiddle ? 3 : 6} right={width} />
      )}
    </g>
  );
});

/** Its title, or what a cluster is called, and how long it lasted: whatever words are drawn on it are in its name. */
function nameOf({ marks, from, to }: MarkBox): string {
  const name = marks.length === 1 ? marks[0].title : clusterInWords(marks);
  const duration = to === null || to === from ? '' : describeDuration(to - from);
  return name.includes(duration) ? name : `${name}, ${duration}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
