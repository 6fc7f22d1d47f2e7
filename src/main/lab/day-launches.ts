/** When launches come in over a day: a Poisson process whose rate changes from hour to hour. */
import { drawFrom, purposeCode, streamKey } from '../../engine/random.ts';
import { HOUR_MS } from '../../shared/duration.ts';

const GAP = purposeCode('gap');

/**
 * The instants of launches, whole milliseconds since the start of the day, before `lengthMs`. `perHour` has the average number
 * for each hour; the last goes on.
 */
export function launchInstants(seed: number, perHour: readonly number[], lengthMs: number): number[] {
  const stream = streamKey(seed, 'launches');
  const rateAt = (ms: number) => perHour[Math.min(Math.floor(ms / HOUR_MS), perHour.length - 1)] ?? 0;
  const instants: number[] = [];
  let at = 0;
  while (at < lengthMs) {
    // How much of the rate, summed over time, passes until the next launch: exponential with mean 1.
    let left = -Math.log(1 - drawFrom(stream, instants.length + 1, GAP));
    while (at < lengthMs) {
      const hourEnd = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
      const rate = rateAt(at) / HOUR_MS;
      if (rate * (hourEnd - at) > left) {
        at += left / rate;
        break;
      }
      left -= rate * (hourEnd - at);
      at = hourEnd;
    }
    if (at < lengthMs) instants.push(Math.floor(at));
  }
  return instants;
}
