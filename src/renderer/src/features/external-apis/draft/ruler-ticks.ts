/** Round durations along an axis, so few that their words have room. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../../shared/duration.ts';

const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].map((days) => days * DAY_MS),
];

/** From 0 to at most `longestMs`, at most `most` of them beside 0. */
export function rulerTicks(longestMs: number, most: number): number[] {
  const step = STEPS.find((each) => longestMs / each <= most) ?? longestMs;
  if (step <= 0) return [0];
  return Array.from({ length: Math.floor(longestMs / step) + 1 }, (_, index) => index * step);
}
