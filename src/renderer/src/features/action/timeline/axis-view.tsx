/** The time axis: labels where something happens, and stretches torn out where nothing does. */
import { memo } from 'react';
import { describeDuration } from '../../../../../shared/duration.ts';
import { calendarDay } from '../../../../../shared/instant.ts';
import type { Instant } from '../../../../../shared/model.ts';
import type { Stretch, Tick } from '../../../../../views/timeline/axis.ts';
import { timeOfDay } from '../../../../../views/words/time-words.ts';
import { dateInWords } from '../../../components/instant-text.tsx';
import { CHARACTER, SMALLEST_FOLD, TOP } from './geometry.ts';
import classes from './timeline.module.css';

/** Whether how long a stretch is stands on it already. */
type IsSaid = (stretch: Pick<Stretch, 'from' | 'to'>) => boolean;

interface AxisViewProps {
  readonly stretches: readonly Stretch[];
  readonly isSaid: IsSaid;
  readonly ticks: readonly Tick[];
  readonly startAt: number;
  readonly width: number;
  readonly y: number;
}

/** `Tue 6 Jan`: the year goes without saying. */
function dayInWords(at: Instant): string {
  const { weekday, day, month } = calendarDay(at);
  return `${weekday} ${day} ${month}`;
}

export const AxisView = memo(function AxisView(props: AxisViewProps) {
  const { stretches, isSaid, ticks, startAt, width, y } = props;
  const seconds = ticks.some(({ at }) => at % 60_000 !== 0);
  return (
    <g pointerEvents="none">
      <path d={`M0 ${y}H${width}`} className={classes.axis} />
      {ticks.map(({ at, x }, index) => {
        const before = index === 0 ? startAt : (ticks[index - 1]?.at ?? startAt);
        const text = timeOfDay(at).slice(0, seconds ? 8 : 5);
        const isNewDay = dateInWords(at) !== dateInWords(before);
        // Within one second, or at the same time of another day that says so below.
        const repeats = index > 0 && !isNewDay && timeOfDay(before).slice(0, 8) === timeOfDay(at).slice(0, 8);
        const anchor = x > width - 20 ? 'end' : 'middle';
        return (
          <g key={at} transform={`translate(${Math.round(x * 10) / 10} 0)`}>
            <path d={`M0 ${TOP}V${y + 4}`} className={classes.grid} />
            <text x={anchor === 'end' ? 20 : 0} y={y + 26} textAnchor={anchor} className={classes.tick}>
              {repeats ? '' : text}
            </text>
            {isNewDay && (
              <text x={anchor === 'end' ? 20 : 0} y={y + 39} textAnchor={anchor} className={classes.tick}>
                {dayInWords(at)}
              </text>
            )}
          </g>
        );
      })}
      {stretches
        .filter((stretch) => stretch.isFolded && stretch.width >= SMALLEST_FOLD)
        .map(({ from, to, x, width: room }) => (
          <g key={from} transform={`translate(${x + room / 2} 0)`}>
            <Tear bottom={y} />
            {/* The button that says so is no part of a picture. */}
            {!isSaid({ from, to }) && room > describeDuration(to - from).length * CHARACTER && (
              <text y={y + 12} textAnchor="middle" className={classes.pictureOnly}>
                {describeDuration(to - from)}
              </text>
            )}
          </g>
        ))}
    </g>
  );
});

/** Two zigzags with nothing in between: time is missing here. */
function Tear({ bottom }: { readonly bottom: number }) {
  const zigzag = zigzagDown(TOP, bottom + 4);
  return (
    <>
      <path d={`${zigzag(-3)}${zigzag(3, true)}z`} style={{ fill: 'var(--lab-surface)' }} />
      <path d={`${zigzag(-3)}${zigzag(3)}`} className={classes.tear} />
    </>
  );
}

const STEP = 5;

/** A path from `top` to `bottom` (or back) around `x`. */
const zigzagDown =
  (top: number, bottom: number) =>
  (x: number, back = false): string => {
    const points: string[] = [];
    for (let y = top, left = true; y <= bottom; y += STEP, left = !left) points.push(`${x + (left ? -2 : 2)} ${y}`);
    return back ? `L${points.reverse().join('L')}` : `M${points.join('L')}`;
  };

interface FoldButtonsProps {
  readonly stretches: readonly Stretch[];
  readonly onToggle: (stretch: Stretch) => void;
  readonly isSaid: IsSaid;
  readonly left: number;
  readonly y: number;
}

/** A button on every long stretch: says how long it is, opens it to scale, folds it again. */
export const FoldButtons = memo(function FoldButtons(props: FoldButtonsProps) {
  const { stretches, onToggle, isSaid, left, y } = props;
  return stretches
    .filter(({ isLong, width }) => isLong && width >= SMALLEST_FOLD)
    .map((stretch) => {
      const text = describeDuration(stretch.to - stretch.from);
      const fits = !isSaid(stretch) && stretch.width >= text.length * CHARACTER + 26;
      return (
        <button
          key={stretch.from}
          type="button"
          className={classes.fold}
          style={{ left: left + stretch.x + stretch.width / 2, top: y }}
          aria-expanded={!stretch.isFolded}
          aria-label={stretch.isFolded ? `${text} folded, show to scale` : `${text} to scale, fold`}
          title={
            stretch.isFolded ? `${text}, folded. Click to show it to scale.` : `${text}, to scale. Click to fold it.`
          }
          onClick={() => onToggle(stretch)}
        >
          <svg width="9" height="10" viewBox="0 0 9 10" aria-hidden="true">
            <path d="M1 8 3.3 2l2.4 6L8 2" fill="none" strokeWidth="1.3" style={{ stroke: 'currentcolor' }} />
          </svg>
          {fits && text}
        </button>
      );
    });
});
