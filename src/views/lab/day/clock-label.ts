/** Instants of a day as its clock shows them. */
import { DAY_MS, describeDuration } from '../../../shared/duration.ts';
import { calendarDay } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/model.ts';
import { clockTime } from '../../words/time-words.ts';

/** `13:30`, or `Tue 13:30` where the day goes on for longer than a day. */
export function clockLabel(startAt: Instant, lengthMs: number, afterMs: number): string {
  const at = startAt + afterMs;
  const weekday = lengthMs > DAY_MS ? `${calendarDay(at).weekday} ` : '';
  return `${weekday}${clockTime(at)}`;
}

/** `09:00 to 18:00`, or `3 d from Mon 09:00`. */
export function spanText(startAt: Instant, lengthMs: number): string {
  const from = clockLabel(startAt, lengthMs, 0);
  if (lengthMs > DAY_MS) return `${describeDuration(lengthMs)} from ${from}`;
  return `${from} to ${clockLabel(startAt, lengthMs, lengthMs)}`;
}
