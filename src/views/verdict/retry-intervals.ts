/** What a retry pattern leads to: the wait before each retry, and when each comes if every call fails at once (S2). */
import { intervalBefore } from '../../engine/connection/retry.ts';
import type { RetryPattern } from '../../shared/definitions.ts';

export interface RetryInterval {
  readonly retryNumber: number;
  /** Without jitter. */
  readonly waitMs: number;
  /** The shortest and the longest wait that jitter allows. */
  readonly shortestMs: number;
  readonly longestMs: number;
  /** Since the first failure, without jitter. */
  readonly afterMs: number;
  /** Whether the cap made it shorter. */
  readonly isCapped: boolean;
}

/** The intervals from the first retry to the last. */
export function retryIntervals(pattern: RetryPattern): RetryInterval[] {
  const intervals: RetryInterval[] = [];
  let afterMs = 0;
  for (let retryNumber = 1; retryNumber <= pattern.max; retryNumber += 1) {
    const waitMs = intervalBefore({ ...pattern, jitter: 0 }, retryNumber);
    const isCapped = pattern.first * pattern.factor ** (retryNumber - 1) > pattern.cap;
    afterMs += waitMs;
    const shortestMs = intervalBefore(pattern, retryNumber, 0);
    const longestMs = intervalBefore(pattern, retryNumber, 1);
    intervals.push({ retryNumber, waitMs, shortestMs, longestMs, afterMs, isCapped });
  }
  return intervals;
}
