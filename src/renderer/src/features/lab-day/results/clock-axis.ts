/** Where the axis of a day is labelled: at round clock times. */
import { DAY_MS, describeDuration } from '../../../../../shared/duration.ts';
import { calendarDay } from '../../../../../shared/instant.ts';
import type { Instant } from '../../../../../shared/model.ts';
import { stepAtLeast } from '../../verdict/time-scale.ts';
import { clockText } from '../draft/clock-text.ts';

/** At most about `most` instants, in milliseconds since the start. */
export function clockTicks(startAt: Instant, lengthMs: number, most: number): number[] {
  const step = stepAtLeast(lengthMs / Math.max(most, 1));
  const first = Math.ceil(startAt / step) * step - startAt;
  const count = Math.max(0, Math.floor((lengthMs - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** `13:30`, or `Tue 13:30` where the day goes on for longer than a day. */
export function clockLabel(startAt: Instant, lengthMs: number, afterMs: number): string {
  const at = startAt + afterMs;
  const weekday = lengthMs > DAY_MS ? `${calendarDay(at).weekday} ` : '';
  return `${weekday}${clockText(at)}`;
}

/** `09:00 to 18:00`, or `3 d from Mon 09:00`. */
export function spanText(startAt: Instant, lengthMs: number): string {
  const from = clockLabel(startAt, lengthMs, 0);
  if (lengthMs > DAY_MS) return `${describeDuration(lengthMs)} from ${from}`;
  return `${from} to ${clockLabel(startAt, lengthMs, lengthMs)}`;
}

/** Round steps from 0 up to at least `most`. */
export function durationTicks(mostMs: number): number[] {
  const step = stepAtLeast(Math.max(mostMs, 1) / 4);
  return Array.from({ length: Math.ceil(Math.max(mostMs, 1) / step) + 1 }, (_, index) => index * step);
}

/** Whole numbers from 0 up to at least `most`. */
export function countTicks(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 4) / 4));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => most / each <= 5) ?? power * 10;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}
