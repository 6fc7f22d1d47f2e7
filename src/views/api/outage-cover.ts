/** Whether other outages leave anything of one: what is wholly inside outages that decide in its place has no effect. */
import { WEEK_MS } from '../../shared/duration.ts';
import type { Instant } from '../../shared/model.ts';
import { type OutageTimes, type OutageWindow, outageBegan, outageWindows } from '../../shared/outage-times.ts';

/**
 * Outages that come again are compared over this many of their times at most; beyond that one is taken for not covered, and two are
 * taken to meet.
 */
const MOST_TIMES = 2_000;

/**
 * Which of `outers`, by their places, cover every instant of `inner` between them: one alone where one does, else those that are
 * needed, in order; `null` where something of it is left.
 */
export function coverOf(outers: readonly OutageTimes[], inner: OutageTimes): readonly number[] | null {
  // An outage that comes once cannot cover the later times of one that comes again.
  const able = [...outers.entries()].filter(([, { everyMs }]) => inner.everyMs === null || everyMs !== null);
  for (const [place, outer] of able) if (usedFor([[place, outer]], inner) !== null) return [place];
  const used = able.length > 1 ? usedFor(able, inner) : null;
  return used && [...used].sort((one, other) => one - other);
}

/** Whether the two share an instant; also where that would take too long to find out. */
export function outagesMeet(one: OutageTimes, other: OutageTimes): boolean {
  if (one.everyMs !== null && other.everyMs === null) return outagesMeet(other, one);
  // Of what comes again, from when both do.
  const fromAt = one.everyMs === null ? one.fromAt : Math.max(one.fromAt, other.fromAt);
  const windows = timesOf(one, fromAt, [other]);
  return (
    windows === null || windows.some((window) => outageWindows(other, window.fromAt, window.untilAt, 1).length > 0)
  );
}

type Placed = readonly [place: number, times: OutageTimes];

function usedFor(outers: readonly Placed[], inner: OutageTimes): ReadonlySet<number> | null {
  const windows = timesOf(
    inner,
    inner.fromAt,
    outers.map(([, times]) => times),
  );
  const used = new Set<number>();
  return windows?.every((window) => isFilled(window, outers, used)) ? used : null;
}

/** From one time of an outage to the next without a gap; adds those that were needed to `used`. */
function isFilled({ fromAt, untilAt }: OutageWindow, outers: readonly Placed[], used: Set<number>): boolean {
  for (let at = fromAt, times = 0; at < untilAt; times += 1) {
    let [reached, by] = [at, -1];
    for (const [place, outer] of outers) {
      const began = outageBegan(outer, at);
      if (began !== null && began + outer.lengthMs > reached) [reached, by] = [began + outer.lengthMs, place];
    }
    if (by < 0 || times > MOST_TIMES) return false;
    used.add(by);
    at = reached;
  }
  return true;
}

/** The times of an outage from an instant on, until all of them together repeat; `null` where those are too many. */
function timesOf(outage: OutageTimes, fromAt: Instant, others: readonly OutageTimes[]): readonly OutageWindow[] | null {
  if (outage.everyMs === null) return outageWindows(outage, fromAt, fromAt + outage.lengthMs, 1);
  const all = [outage, ...others];
  const periods = all.flatMap(({ everyMs }) => everyMs ?? []);
  const periodMs = commonPeriod(all.some(({ days }) => days !== null) ? [...periods, WEEK_MS] : periods);
  const windows = outageWindows(outage, fromAt, fromAt + periodMs, MOST_TIMES + 1);
  return windows.length <= MOST_TIMES ? windows : null;
}

/** After which what repeats in each of these periods repeats as a whole. */
function commonPeriod(periodsMs: readonly number[]): number {
  return periodsMs.reduce((period, each) => (period / greatestDivisor(period, each)) * each, 1);
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
