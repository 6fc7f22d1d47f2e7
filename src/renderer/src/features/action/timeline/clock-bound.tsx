/** What follows the clock in the chart; nothing else of it moves with time. */
import { positionOn, type TimeAxis } from '../../../../../views/timeline/axis.ts';
import { isCall } from '../../../../../views/timeline/mark.ts';
import type { MarkBox } from '../../../../../views/timeline/mark-boxes.ts';
import { MarkShape } from '../../../chart/mark.tsx';
import { useClock } from '../../../stores/workspace.ts';
import { TYPE } from './geometry.ts';
import { MarkBoxView } from './mark-box-view.tsx';
import { MARK_STYLES } from './mark-style.ts';

/** Half pixels: a slower clock redraws nothing. */
const useNowX = (axis: TimeAxis) => useClock((clock) => Math.round(positionOn(axis, clock.now) * 2) / 2);

interface GoingOnProps {
  readonly box: MarkBox;
  readonly axis: TimeAxis;
  readonly id: string;
  readonly y: number;
  readonly patterns: string;
  readonly isActive: boolean;
}

/** What has not ended: it reaches up to now. */
export function GoingOn({ box, axis, ...rest }: GoingOnProps) {
  const nowX = useNowX(axis);
  const smallest = isCall(box.marks[0]) ? 6 : 4;
  return <MarkBoxView {...rest} box={box} width={Math.max(nowX - box.x, smallest)} />;
}

interface ElapsedGapProps {
  readonly box: MarkBox;
  readonly axis: TimeAxis;
  readonly y: number;
  readonly patterns: string;
}

/** The part of a gap that is over, on the one that is still to come to its end. */
export function ElapsedGap({ box, axis, y, patterns }: ElapsedGapProps) {
  const nowX = useNowX(axis);
  const width = Math.min(nowX - box.x, box.width);
  if (width <= 0) return null;
  return (
    <g transform={`translate(${box.x} ${y})`} pointerEvents="none">
      <MarkShape look={MARK_STYLES.gap} patterns={patterns} width={width} />
    </g>
  );
}

/** The line of now. */
export function NowLine({ axis, bottom }: { readonly axis: TimeAxis; readonly bottom: number }) {
  const x = useNowX(axis);
  return (
    <g transform={`translate(${x} 0)`} pointerEvents="none">
      <path d={`M0 16V${bottom}`} strokeWidth="1.5" style={{ stroke: 'var(--lab-accent)' }} />
      <text y="11" textAnchor="middle" fontSize={TYPE} fontWeight="600" style={{ fill: 'var(--lab-accent)' }}>
        now
      </text>
    </g>
  );
}
