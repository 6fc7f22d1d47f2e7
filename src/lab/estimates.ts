/** Estimates from counts, each with its 95 % interval. What they assume is in docs/lab.md. */
import { type Estimate, QUANTILES, type Quantiles, type ShareEstimate, UNKNOWN } from '../shared/lab.ts';
import type { Histogram } from './histogram.ts';

/** How many standard deviations to either side hold 95 % of a normal distribution. */
const Z = 1.959963984540054;

/** The share `count / total` with Wilson's score interval, which is right near 0 and 1 too; `total` is at least 1. */
export function shareOf(count: number, total: number): ShareEstimate {
  const value = count / total;
  const centre = (value + Z ** 2 / (2 * total)) / (1 + Z ** 2 / total);
  const half = (Z * Math.sqrt((value * (1 - value)) / total + Z ** 2 / (4 * total ** 2))) / (1 + Z ** 2 / total);
  // Rounding must not leave a share of 0 or 1 outside its own interval.
  return { value, low: Math.min(value, Math.max(0, centre - half)), high: Math.max(value, Math.min(1, centre + half)) };
}

/** The same in other units, such as per 1,000. */
export function scaled({ value, low, high }: Estimate, factor: number): Estimate {
  const times = (each: number | null) => (each === null ? null : each * factor);
  return { value: times(value), low: times(low), high: times(high) };
}

/** The mean of weighted values by the normal approximation; values with their counts, at least one. */
export function meanOf(values: Iterable<readonly [value: number, count: number]>): Estimate {
  let total = 0;
  let mean = 0;
  let squares = 0;
  for (const [value, count] of values) {
    if (count === 0) continue;
    total += count;
    const difference = value - mean;
    mean += (difference * count) / total;
    squares += difference * (value - mean) * count;
  }
  if (total === 0) return UNKNOWN;
  return around(mean, total < 2 ? 0 : Math.sqrt(squares / (total - 1) / total));
}

/** A normal estimate with its standard error. */
export function around(value: number, standardError: number): Estimate {
  return { value, low: value - Z * standardError, high: value + Z * standardError };
}

/** The mean of a histogram, in milliseconds. */
export function meanDuration(histogram: Histogram): Estimate {
  const { count } = histogram;
  if (count === 0) return UNKNOWN;
  const spread = meanOf(buckets(histogram));
  const value = Number(histogram.sumMs) / count;
  const half = (spread.high as number) - (spread.value as number);
  return { value, low: value - half, high: value + half };
}

/**
 * The quantile `p` of a histogram (the smallest value that at least a share `p` does not exceed), with the interval of order
 * statistics: what the quantiles a binomial deviation to either side are. `total`, where it is more than what the histogram holds,
 * counts those too that never got there: a quantile among them is `null`, for there is no such time.
 */
export function quantileOf(histogram: Histogram, p: number, total = histogram.count): Estimate {
  const { count } = histogram;
  if (count === 0) return UNKNOWN;
  const deviation = Z * Math.sqrt(total * p * (1 - p));
  const at = (rank: number) => {
    const bounded = Math.min(Math.max(Math.ceil(rank), 1), total);
    return bounded > count ? null : valueAtRank(histogram, bounded);
  };
  return { value: at(p * total), low: at(p * total - deviation), high: at(p * total + deviation) };
}

/** Mean, median and the upper quantiles of a histogram. */
export function quantilesOf(histogram: Histogram): Quantiles {
  const at = (p: number) => quantileOf(histogram, p).value;
  return {
    mean: meanDuration(histogram).value,
    p50: at(QUANTILES.p50),
    p90: at(QUANTILES.p90),
    p95: at(QUANTILES.p95),
    p99: at(QUANTILES.p99),
  };
}

function valueAtRank(histogram: Histogram, rank: number): number {
  let seen = 0;
  let last = 0;
  for (const { meanMs, count } of histogram.filled()) {
    seen += count;
    last = meanMs;
    if (seen >= rank) break;
  }
  return last;
}

function* buckets(histogram: Histogram): Generator<readonly [number, number]> {
  for (const { meanMs, count } of histogram.filled()) yield [meanMs, count];
}
