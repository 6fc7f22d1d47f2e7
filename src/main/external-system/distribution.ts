/** Durations drawn at random (scenario-format.md), by inverse transform: one uniform deviate gives one duration. */
import { normalDeviate } from '../../engine/random.ts';
import type { Distribution } from '../../shared/definitions.ts';
import { MAX_DURATION_MS } from '../../shared/duration.ts';

/** How many standard deviations the 95th percentile of a normal distribution lies above its mean. */
const NORMAL_P95 = 1.6448536269514722;

/**
 * The duration that a uniform deviate in [0, 1) stands for: whole milliseconds from 0 to the longest duration there is.
 * It never falls as the deviate rises.
 */
export function sample(distribution: Distribution, uniform: number): number {
  const durationMs = Math.round(quantile(distribution, uniform));
  return Math.min(Math.max(durationMs, 0), MAX_DURATION_MS);
}

function quantile(distribution: Distribution, uniform: number): number {
  if (typeof distribution === 'number') return distribution;
  if ('uniform' in distribution) {
    const [shortest, longest] = distribution.uniform;
    // Both ends included, each whole millisecond as likely as the others.
    return shortest + Math.floor(uniform * (longest - shortest + 1));
  }
  if ('normal' in distribution) {
    // Cut at 0: what would be negative is 0 (`sample` sees to it).
    const { mean, sd } = distribution.normal;
    return mean + sd * normalDeviate(uniform);
  }
  if ('exponential' in distribution) return -distribution.exponential.mean * Math.log(1 - uniform);
  if ('lognormal' in distribution) {
    const { median, p95 } = distribution.lognormal;
    const sigma = Math.log(p95 / median) / NORMAL_P95;
    return median * Math.exp(sigma * normalDeviate(uniform));
  }
  const { empirical } = distribution;
  return empirical[Math.floor(uniform * empirical.length)] ?? 0;
}
