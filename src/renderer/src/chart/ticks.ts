/** Where axes are labelled: at round durations, clock times and counts. d3 has the decimal steps, those of time are in `duration-steps.ts`. */
import { range } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Unit } from '../../../shared/lab.ts';
import type { Instant } from '../../../shared/model.ts';
import { stepAtLeast } from '../../../views/words/duration-steps.ts';

/** Durations from 0 to at least `longestMs`: an axis that ends with a tick; at most four beside 0. */
export function durationTicksOver(longestMs: number): number[] {
  const step = stepAtLeast(longestMs / 4);
  return range(Math.max(1, Math.ceil(longestMs / step)) + 1).map((index) => index * step);
}

/** Milliseconds since `startAt` at which the clock shows a round time, at most about `most` of them. */
export function clockTicks(startAt: Instant, lengthMs: number, most: number): number[] {
  const step = stepAtLeast(lengthMs / Math.max(most, 1));
  const first = Math.ceil(startAt / step) * step - startAt;
  return first > lengthMs ? [] : range(Math.floor((lengthMs - first) / step) + 1).map((index) => first + index * step);
}

/** Whole numbers from 0 to at least `most`, at most five beside 0. */
export function countTicks(most: number): number[] {
  return scaleLinear([0, Math.max(most, 1)], [0, 1])
    .nice(3)
    .ticks(3)
    .filter(Number.isInteger);
}

/**
 * Round figures of a measure from at most `least` to at least `most`: an axis that begins and ends with a tick, about five of them
 * between. Durations begin at 0.
 */
export function measureTicks(unit: Unit, most: number, least = 0): number[] {
  if (unit === 'duration') return durationTicksOver(most);
  return scaleLinear([least, most > least ? most : least + 1], [0, 1])
    .nice(5)
    .ticks(5);
}
