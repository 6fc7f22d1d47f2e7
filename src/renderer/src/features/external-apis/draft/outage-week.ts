/** The outages of seven days, each day by the clock: what a picture of outages that come again is drawn from. */
import { DAY_MS } from '../../../../../shared/duration.ts';
import { calendarDay } from '../../../../../shared/instant.ts';
import type { Instant } from '../../../../../shared/model.ts';
import { outageTimes, outageWindows } from '../../../../../shared/outage-times.ts';
import { clockTime } from '../../../../../views/words/time-words.ts';
import type { TypedOutage } from './outage-draft.ts';

/** A part of a day in an outage: shares of the day, from 0 to 1. */
interface OutageBand {
  readonly key: string;
  readonly from: number;
  readonly until: number;
  /** `10:00 to 10:20`. */
  readonly text: string;
}

export interface OutageDay {
  readonly dayAt: Instant;
  /** `Mon 5 Jan`. */
  readonly name: string;
  readonly bands: readonly OutageBand[];
}

const DAYS = 7;
/** Of one outage in the week: more would only be drawn over one another. */
const MOST_WINDOWS = 2_000;

/** Seven days from today, or from the day of the next outage where that is later. */
export function outageWeek(typed: readonly TypedOutage[], startAt: Instant, now: Instant): OutageDay[] {
  const times = typed.map(({ id, outage }) => ({ id, times: outageTimes(outage, startAt) }));
  const next = times.flatMap(({ times: each }) => outageWindows(each, now, Number.POSITIVE_INFINITY, 1));
  const firstAt = Math.max(now, Math.min(...next.map(({ fromAt }) => fromAt)));
  const firstDayAt = Math.floor((next.length === 0 ? now : firstAt) / DAY_MS) * DAY_MS;
  const windows = times.flatMap(({ id, times: each }) =>
    outageWindows(each, firstDayAt, firstDayAt + DAYS * DAY_MS, MOST_WINDOWS).map((window) => ({ id, ...window })),
  );
  return Array.from({ length: DAYS }, (_, index) => {
    const dayAt = firstDayAt + index * DAY_MS;
    const { weekday, day, month } = calendarDay(dayAt);
    const bands = windows
      .filter(({ fromAt, untilAt }) => fromAt < dayAt + DAY_MS && untilAt > dayAt)
      .map(({ id, fromAt, untilAt }) => ({
        key: `${id} ${fromAt}`,
        from: Math.max(0, (fromAt - dayAt) / DAY_MS),
        until: Math.min(1, (untilAt - dayAt) / DAY_MS),
        text: `${clockTime(fromAt)} to ${clockTime(untilAt)}`,
      }));
    return { dayAt, name: `${weekday} ${day} ${month}`, bands };
  });
}
