/** Whether one outage leaves anything of another one: what is wholly inside an outage that decides before it has no effect. */
import { DAY_MS } from '../../shared/duration.ts';
import type { Instant } from '../../shared/model.ts';
import { type OutageTimes, outageBegan, outageWindows } from '../../shared/outage-times.ts';

/** Outages that come again are compared over this many of their times at most; beyond that one is taken for not covered. */
const MOST_TIMES = 2_000;
const WEEK_MS = 7 * DAY_MS;

/** Whether every instant of `inner` lies in `outer`. */
export function outageCovers(outer: OutageTimes, inner: OutageTimes): boolean {
  const first = { fromAt: inner.fromAt, untilAt: inner.fromAt + inner.lengthMs };
  if (inner.everyMs === null) return lastsOver(outer, first.fromAt, first.untilAt);
  if (outer.everyMs === null) return false;
  const untilAt =
    inner.fromAt + commonPeriod([outer.everyMs, inner.everyMs, ...(hasDays(outer, inner) ? [WEEK_MS] : [])]);
  const windows = outageWindows(inner, inner.fromAt, untilAt, MOST_TIMES + 1);
  return windows.length <= MOST_TIMES && windows.every((each) => lastsOver(outer, each.fromAt, each.untilAt));
}

const hasDays = (...outages: readonly OutageTimes[]) => outages.some(({ days }) => days !== null);

/** From one time to the next without a gap. */
function lastsOver(outer: OutageTimes, fromAt: Instant, untilAt: Instant): boolean {
  for (let at = fromAt, times = 0; at < untilAt; times += 1) {
    const began = outageBegan(outer, at);
    if (began === null || times > MOST_TIMES) return false;
    at = began + outer.lengthMs;
  }
  return true;
}

/** After which what repeats in each of these periods repeats as a whole. */
function commonPeriod(periodsMs: readonly number[]): number {
  return periodsMs.reduce((period, each) => (period / greatestDivisor(period, each)) * each, 1);
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
