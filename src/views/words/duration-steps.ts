/** Durations that read well, for the ticks of an axis of time. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/duration.ts';

const inUnit = (unitMs: number, amounts: readonly number[]) => amounts.map((amount) => amount * unitMs);
const DAYS = [0, 1, 2, 3, 4, 5, 6].flatMap((power) => inUnit(10 ** power, [1, 2, 5]));

/** From 1 ms to longer than any duration there is, in milliseconds. */
export const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...inUnit(SECOND_MS, [1, 2, 5, 10, 15, 30]),
  ...inUnit(MINUTE_MS, [1, 2, 5, 10, 15, 30]),
  ...inUnit(HOUR_MS, [1, 2, 3, 6, 12]),
  ...inUnit(DAY_MS, DAYS),
];

/** The shortest duration of at least `ms` that reads well. */
export const stepAtLeast = (ms: number): number => STEPS.find((step) => step >= ms) ?? STEPS.at(-1) ?? DAY_MS;

/** Durations from 0 to at most `longestMs`, at most `most` (1 or more) of them beside 0. */
export function durationTicks(longestMs: number, most: number): number[] {
  const step = stepAtLeast(longestMs / most);
  return Array.from({ length: Math.floor(longestMs / step) + 1 }, (_, index) => index * step);
}
