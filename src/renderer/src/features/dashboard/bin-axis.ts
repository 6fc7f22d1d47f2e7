/** The axis that all charts of the dashboard share: virtual time in equal bins, labelled at round times. */
import { DAY_MS, describeDuration, HOUR_MS, MINUTE_MS } from '../../../../shared/duration.ts';
import { calendarDay } from '../../../../shared/instant.ts';
import type { DashboardView } from '../../../../views/dashboard/dashboard-tally.ts';
import { STEPS } from '../../../../views/words/duration-steps.ts';
import { timeOfDay } from '../../../../views/words/time-words.ts';

type Axis = Pick<DashboardView, 'startAt' | 'binMs' | 'binCount'>;

/** When a bin begins: `13:30`, or `Tue 13:30` where there is more than a day. */
export function binLabel({ startAt, binMs, binCount }: Axis, bin: number): string {
  const at = startAt + bin * binMs;
  const weekday = binMs * binCount > DAY_MS ? `${calendarDay(at).weekday} ` : '';
  return `${weekday}${timeOfDay(at).slice(0, 5)}`;
}

/** From when to when a bin is: `13:30 to 13:40`. */
export const binSpan = (axis: Axis, bin: number): string => `${binLabel(axis, bin)} to ${binLabel(axis, bin + 1)}`;

/** The bins whose beginning gets a label, at most `most` (1 or more) of them. */
export function binTicks({ binMs, binCount }: Axis, most: number): number[] {
  const spanMs = binMs * binCount;
  const step = STEPS.find((each) => each >= spanMs / most && each % binMs === 0) ?? spanMs;
  const every = step / binMs;
  return Array.from({ length: Math.ceil(binCount / every) }, (_, index) => index * every);
}

const UNITS = new Map([
  [MINUTE_MS, 'minute'],
  [HOUR_MS, 'hour'],
  [DAY_MS, 'day'],
]);

/** `per minute`, `per 10 min`. */
export const perBin = ({ binMs }: Axis): string => `per ${UNITS.get(binMs) ?? describeDuration(binMs)}`;
