/** A result as a file writes it: of histograms only the buckets that hold something, whole numbers of any size as text. */
import { z } from 'zod';
import type { ResultState } from '../../lab/experiment.ts';

const count = z.int().min(0);
const counts = z.array(count);
/** The last bucket of the longest duration lies below it. */
const BUCKET_LIMIT = 64 * 512;
/** Bucket, count, excess. */
const histogram = z.array(z.tuple([count.max(BUCKET_LIMIT), z.int().min(1), count]));
/** Sums of squares of all durations there are have fewer digits. */
const whole = z.string().regex(/^-?\d{1,60}$/, 'expected a whole number as text');

export const resultText = z.object({
  tallies: z.array(
    z.object({
      trialCount: count,
      endings: counts,
      retries: counts,
      callCount: count,
      failedCallCount: count,
      connection: histogram,
      end: histogram,
      silence: histogram,
      // A run that was kept by an earlier edition says neither.
      success: histogram.nullable().prefault(null),
      metOutageCount: count.nullable().prefault(null),
    }),
  ),
  pairs: z.array(z.object({ endings: counts, endedCount: count, differenceMs: whole, squaresMs: whole })),
});
export type ResultText = z.output<typeof resultText>;

/** The result as JSON can hold it. */
export function writeResult({ tallies, pairs }: ResultState): ResultText {
  return {
    tallies: tallies.map((tally) => ({
      ...tally,
      endings: [...tally.endings],
      retries: [...tally.retries],
      connection: sparse(tally.connection),
      end: sparse(tally.end),
      silence: sparse(tally.silence),
      success: tally.success === null ? null : sparse(tally.success),
    })),
    pairs: pairs.map(({ endings, endedCount, differenceMs, squaresMs }) => ({
      endings: [...endings],
      endedCount,
      differenceMs: String(differenceMs),
      squaresMs: String(squaresMs),
    })),
  };
}

/** The result that `writeResult` wrote. */
export function readResult({ tallies, pairs }: ResultText): ResultState {
  return {
    tallies: tallies.map((tally) => ({
      ...tally,
      endings: Float64Array.from(tally.endings),
      retries: Float64Array.from(tally.retries),
      connection: dense(tally.connection),
      end: dense(tally.end),
      silence: dense(tally.silence),
      success: tally.success === null ? null : dense(tally.success),
    })),
    pairs: pairs.map(({ endings, endedCount, differenceMs, squaresMs }) => ({
      endings: Float64Array.from(endings),
      endedCount,
      differenceMs: BigInt(differenceMs),
      squaresMs: BigInt(squaresMs),
    })),
  };
}

function sparse(buckets: Float64Array): [number, number, number][] {
  const filled: [number, number, number][] = [];
  for (let index = 0; index < buckets.length; index += 2) {
    if (buckets[index] !== 0) filled.push([index / 2, buckets[index] as number, buckets[index + 1] as number]);
  }
  return filled;
}

function dense(filled: readonly (readonly [number, number, number])[]): Float64Array {
  const buckets = new Float64Array(2 * ((filled.at(-1)?.[0] ?? -1) + 1));
  for (const [bucket, count, excess] of filled) {
    buckets[2 * bucket] = count;
    buckets[2 * bucket + 1] = excess;
  }
  return buckets;
}
