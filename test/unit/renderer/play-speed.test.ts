/** Play begins at a speed at which something happens within seconds. */
import { expect, test } from 'vitest';
import { speedToBegin } from '../../../src/renderer/src/features/frame/play-speed.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/shared/duration.ts';
import { SPEEDS } from '../../../src/shared/speeds.ts';

test.each([
  [3 * SECOND_MS, 1, 1],
  [5 * SECOND_MS, 1, 2],
  [4 * MINUTE_MS, 1, 60],
  [40 * MINUTE_MS, 1, 1_000],
  [9 * HOUR_MS, 1, 10_000],
  // Never slower than it is.
  [SECOND_MS, 60, 60],
  // Nothing is faster.
  [30 * DAY_MS, 1, 10_000],
])('the next event in %i ms, at %i×: %i×', (waitMs, speed, expected) => {
  expect(speedToBegin(waitMs, speed)).toBe(expected);
  expect(SPEEDS).toContain(expected);
});
