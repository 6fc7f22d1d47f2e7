/**
 * When an outage covers an instant: from ≤ t < from + for, once, or again every so often (scenario-format.md). The only reading of
 * it: the simulated API, the Lab, *Why?* and the screens all ask here.
 */
import type { Outage } from './api-behaviour.ts';
import { DAY_MS } from './duration.ts';
import { resolveInstant } from './instant.ts';
import type { Instant } from './model.ts';
import { WEEKDAYS } from './words.ts';

/** One time that an outage comes: `fromAt ≤ t < untilAt`. */
export interface OutageWindow {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** An outage with its instants worked out. */
export interface OutageTimes {
  /** When it begins, the first time if it comes again. */
  readonly fromAt: Instant;
  readonly lengthMs: number;
  /** From one beginning to the next, at least its length; `null` where it comes once. */
  readonly everyMs: number | null;
  /** The weekdays on which it begins, a bit each from Monday on; `null` for every day. */
  readonly days: number | null;
}

/** What was worked out last: definitions are immutable, every call of an API asks for it, and a workspace has one start. */
const KNOWN = new WeakMap<Outage, { readonly startAt: Instant; readonly times: OutageTimes }>();

/** The instants of an outage in a workspace that starts at `startAt`. */
export function outageTimes(outage: Outage, startAt: Instant): OutageTimes {
  let known = KNOWN.get(outage);
  if (known?.startAt !== startAt) {
    known = { startAt, times: workedOut(outage, startAt) };
    KNOWN.set(outage, known);
  }
  return known.times;
}

function workedOut({ from, for: lengthMs, every, on }: Outage, startAt: Instant): OutageTimes {
  return {
    fromAt: resolveInstant(from, startAt),
    lengthMs,
    everyMs: every ?? null,
    days: on === undefined ? null : on.reduce((days, day) => days | (1 << WEEKDAYS.indexOf(day)), 0),
  };
}

/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = WEEKDAYS.indexOf('Thu');

/** The weekday of an instant in UTC, 0 for Monday to 6. */
export const weekdayOf = (at: Instant): number => (((Math.floor(at / DAY_MS) + EPOCH_WEEKDAY) % 7) + 7) % 7;

const beginsOn = (days: number | null, at: Instant) => days === null || (days & (1 << weekdayOf(at))) !== 0;

/** When the outage that covers an instant began; `null` where none does. */
export function outageBegan({ fromAt, lengthMs, everyMs, days }: OutageTimes, at: Instant): Instant | null {
  const sinceFirst = at - fromAt;
  if (sinceFirst < 0) return null;
  const since = everyMs === null ? sinceFirst : sinceFirst % everyMs;
  return since < lengthMs && beginsOn(days, at - since) ? at - since : null;
}

/** The times it comes that touch `fromAt ≤ t < untilAt`, in order, at most `most` of them. */
export function outageWindows(times: OutageTimes, fromAt: Instant, untilAt: Instant, most: number): OutageWindow[] {
  const { lengthMs, everyMs, days } = times;
  const windows: OutageWindow[] = [];
  const passed = everyMs === null ? 0 : Math.max(0, Math.floor((fromAt - times.fromAt) / everyMs));
  let at = times.fromAt + passed * (everyMs ?? 0);
  while (at < untilAt && windows.length < most) {
    if (at + lengthMs > fromAt && beginsOn(days, at)) windows.push({ fromAt: at, untilAt: at + lengthMs });
    if (everyMs === null) break;
    at += everyMs;
  }
  return windows;
}

/** The outage that decides on a call begun at an instant, the first listed that covers it, and that time it came; or none. */
export function outageAt(
  outages: readonly Outage[] | undefined,
  startAt: Instant,
  at: Instant,
): (OutageWindow & { readonly outage: Outage }) | null {
  for (const outage of outages ?? []) {
    const fromAt = outageBegan(outageTimes(outage, startAt), at);
    if (fromAt !== null) return { outage, fromAt, untilAt: fromAt + outage.for };
  }
  return null;
}
