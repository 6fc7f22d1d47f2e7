import { describe, expect, it } from 'vitest';
import { RETRY_DEFAULTS } from '../../../../src/shared/definitions.ts';
import { retryIntervals } from '../../../../src/views/verdict/retry-intervals.ts';
import { MINUTE } from '../../../support/given.ts';

describe('the list of intervals (S2)', () => {
  it('S2 grows by the factor and adds up', () => {
    const intervals = retryIntervals(RETRY_DEFAULTS);
    expect(intervals.map(({ waitMs }) => waitMs / MINUTE)).toEqual([1, 2, 4, 8, 16]);
    expect(intervals.map(({ afterMs }) => afterMs / MINUTE)).toEqual([1, 3, 7, 15, 31]);
  });

  it('S2 marks what the cap cut, and only that', () => {
    const intervals = retryIntervals({ ...RETRY_DEFAULTS, cap: 4 * MINUTE });
    expect(intervals.map(({ waitMs, isCapped }) => [waitMs / MINUTE, isCapped])).toEqual([
      [1, false],
      [2, false],
      [4, false],
      [4, true],
      [4, true],
    ]);
  });

  it('S2 gives the range that jitter allows around the wait', () => {
    const [first] = retryIntervals({ ...RETRY_DEFAULTS, jitter: 0.2 });
    expect(first).toMatchObject({ waitMs: 60_000, shortestMs: 48_000, longestMs: 72_000 });
  });

  it('S1 is empty without retries', () => {
    expect(retryIntervals({ ...RETRY_DEFAULTS, max: 0 })).toEqual([]);
  });
});
