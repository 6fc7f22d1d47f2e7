/**
 * What a distribution of durations looks like: its density to draw, its median and its 95th percentile. Closed forms of what
 * the simulator draws (scenario-format.md): a normal one is cut at 0, where all that would be negative comes together.
 */
import { normalDeviate } from '../../engine/random.ts';
import type { Distribution } from '../../shared/api-behaviour.ts';
import { describeDuration } from '../../shared/duration.ts';

/** A point of the curve, or a bar. */
export interface PicturePoint {
  readonly ms: number;
  /** Of a curve: the density per millisecond. Of a bar: the share of the draws that fall into it. */
  readonly height: number;
}

export interface DistributionPicture {
  readonly kind: 'curve' | 'bars';
  /** From the shortest duration to the longest that is drawn. */
  readonly points: readonly PicturePoint[];
  /** The share of the draws that are exactly 0 because they would be negative. */
  readonly shareAtZero: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** A curve ends where one draw in a hundred is longer: what comes beyond would press all else to the left. */
const SHOWN_SHARE = 0.99;
const STEPS = 80;
/** More different durations than this are put together into bins. */
const MOST_BARS = 48;

export function distributionPicture(distribution: Distribution): DistributionPicture {
  const medianMs = quantile(distribution, 0.5);
  const p95Ms = quantile(distribution, 0.95);
  const bars = barsOf(distribution);
  if (bars !== null) return { kind: 'bars', points: bars, shareAtZero: 0, medianMs, p95Ms };
  const points = samplesOf(distribution).map((ms) => ({ ms, height: densityAt(distribution, ms) }));
  return { kind: 'curve', points, shareAtZero: shareAtZero(distribution), medianMs, p95Ms };
}

/** `median 12 min, p95 1 h`. */
export function pictureInWords({ medianMs, p95Ms }: DistributionPicture): string {
  return `median ${describeDuration(medianMs)}, p95 ${describeDuration(p95Ms)}`;
}

/** The duration that a share of all draws do not exceed; without rounding. */
function quantile(distribution: Distribution, share: number): number {
  if (typeof distribution === 'number') return distribution;
  if ('uniform' in distribution) {
    const [shortest, longest] = distribution.uniform;
    return shortest + share * (longest - shortest);
  }
  if ('normal' in distribution) {
    const { mean, sd } = distribution.normal;
    return Math.max(0, mean + sd * normalDeviate(share));
  }
  if ('exponential' in distribution) return -distribution.exponential.mean * Math.log1p(-share);
  if ('lognormal' in distribution) {
    const { median } = distribution.lognormal;
    return median * Math.exp(sigmaOf(distribution.lognormal) * normalDeviate(share));
  }
  const sorted = distribution.empirical.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The density per millisecond; 0 where no duration has one of its own (a plain duration, `empirical`). */
export function densityAt(distribution: Distribution, ms: number): number {
  if (typeof distribution === 'number' || 'empirical' in distribution || ms < 0) return 0;
  if ('uniform' in distribution) {
    const [shortest, longest] = distribution.uniform;
    return shortest <= ms && ms <= longest && shortest < longest ? 1 / (longest - shortest) : 0;
  }
  if ('normal' in distribution) {
    const { mean, sd } = distribution.normal;
    return sd === 0 ? 0 : bell((ms - mean) / sd) / sd;
  }
  if ('exponential' in distribution) {
    const { mean } = distribution.exponential;
    return Math.exp(-ms / mean) / mean;
  }
  const sigma = sigmaOf(distribution.lognormal);
  if (ms === 0 || sigma === 0) return 0;
  return bell(Math.log(ms / distribution.lognormal.median) / sigma) / (sigma * ms);
}

const bell = (deviate: number) => Math.exp((-deviate * deviate) / 2) / Math.sqrt(2 * Math.PI);

const NORMAL_P95 = normalDeviate(0.95);
const sigmaOf = ({ median, p95 }: { readonly median: number; readonly p95: number }) =>
  Math.log(p95 / median) / NORMAL_P95;

/** How much of a normal distribution lies below 0: where its quantile leaves 0, by halving; exact enough to draw and to sum. */
function shareAtZero(distribution: Distribution): number {
  if (typeof distribution === 'number' || !('normal' in distribution)) return 0;
  const { mean, sd } = distribution.normal;
  if (sd === 0) return 0;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (mean + sd * normalDeviate(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}

/** What is drawn as bars: durations that come up by themselves, not from a range; `null` for a curve. */
function barsOf(distribution: Distribution): PicturePoint[] | null {
  if (typeof distribution === 'number') return [{ ms: distribution, height: 1 }];
  if ('empirical' in distribution) return binned(distribution.empirical);
  const only = onlyDuration(distribution);
  return only === null ? null : [{ ms: only, height: 1 }];
}

/** The one duration of a range without width. */
function onlyDuration(distribution: Exclude<Distribution, number>): number | null {
  if ('uniform' in distribution) {
    const [shortest, longest] = distribution.uniform;
    return shortest === longest ? shortest : null;
  }
  if ('normal' in distribution) return distribution.normal.sd === 0 ? distribution.normal.mean : null;
  if ('lognormal' in distribution) {
    const { median, p95 } = distribution.lognormal;
    return median === p95 ? median : null;
  }
  return null;
}

function binned(durations: readonly number[]): PicturePoint[] {
  const shortest = Math.min(...durations);
  const width = (Math.max(...durations) - shortest) / MOST_BARS;
  const isMany = new Set(durations).size > MOST_BARS;
  const counts = new Map<number, number>();
  for (const duration of durations) {
    const bin = Math.min(Math.floor((duration - shortest) / width), MOST_BARS - 1);
    const ms = isMany ? shortest + (bin + 0.5) * width : duration;
    counts.set(ms, (counts.get(ms) ?? 0) + 1);
  }
  return [...counts]
    .map(([ms, count]) => ({ ms, height: count / durations.length }))
    .toSorted((one, other) => one.ms - other.ms);
}

/** Where the curve is looked at: evenly, and closer where more of the draws are, so that no peak is cut off. */
function samplesOf(distribution: Distribution): number[] {
  const shortest = 'uniform' in Object(distribution) ? quantile(distribution, 0) : 0;
  const longest = quantile(distribution, isBounded(distribution) ? 1 : SHOWN_SHARE);
  const samples = new Set([shortest, longest]);
  for (let step = 1; step < STEPS; step += 1) {
    samples.add(shortest + ((longest - shortest) * step) / STEPS);
    samples.add(quantile(distribution, (SHOWN_SHARE * step) / STEPS));
  }
  // The left foot of a narrow curve, where it rises from nearly nothing.
  for (const share of [1e-6, 1e-4, 1e-3]) samples.add(quantile(distribution, share));
  return [...samples].filter((ms) => ms >= shortest && ms <= longest).toSorted((one, other) => one - other);
}

const isBounded = (distribution: Distribution) => typeof distribution !== 'number' && 'uniform' in distribution;
