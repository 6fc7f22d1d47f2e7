/** What follows the clock in the chart; nothing else of it moves with time. */
import { positionOn, type TimeAxis } from '../../../../../views/timeline/axis.ts';
import { isCall } from '../../../../../views/timeline/mark.ts';
import type { MarkBox } from '../../../../../views/timeline/mark-boxes.ts';
import { useClock } from '../../../stores/workspace.ts';
import { MarkBoxView } from './mark-box-view.tsx';

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

/** The line of now. */
export function NowLine({ axis, bottom }: { readonly axis: TimeAxis; readonly bottom: number }) {
  const x = useNowX(axis);
  return (
    <g transform={`translate(${x} 0)`} pointerEvents="none">
      <path d={`M0 16V${bottom}`} strokeWidth="1.5" style={{ stroke: 'var(--lab-accent)' }} />
      <text y="11" textAnchor="middle" fontSize="11" fontWeight="600" style={{ fill: 'var(--lab-accent)' }}>
        now
      </text>
    </g>
  );
}
