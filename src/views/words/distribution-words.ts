/** How long something takes by chance, in words. */
import type { Distribution } from '../../shared/api-behaviour.ts';
import { exactDuration } from './time-words.ts';

/** `10 min` where it always takes as long; else the distribution: `lognormal, median 12 min, p95 1 h`. */
export function distributionInWords(distribution: Distribution): string {
  if (typeof distribution === 'number') return exactDuration(distribution);
  if ('uniform' in distribution) {
    const [shortest, longest] = distribution.uniform;
    return `uniform from ${exactDuration(shortest)} to ${exactDuration(longest)}`;
  }
  if ('normal' in distribution) {
    return `normal, mean ${exactDuration(distribution.normal.mean)}, sd ${exactDuration(distribution.normal.sd)}`;
  }
  if ('exponential' in distribution) return `exponential, mean ${exactDuration(distribution.exponential.mean)}`;
  if ('lognormal' in distribution) {
    const { median, p95 } = distribution.lognormal;
    return `lognormal, median ${exactDuration(median)}, p95 ${exactDuration(p95)}`;
  }
  return `one of ${distribution.empirical.length} durations`;
}
