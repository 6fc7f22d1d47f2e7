/** Working hours, to which the Lab can limit launches: Monday to Friday, 09:00 to 17:00, as the virtual clock shows them [A]. */
import { DAY_MS, HOUR_MS, WEEK_MS } from './duration.ts';
import type { Instant } from './model.ts';

export const WORKING_HOURS = 'Monday to Friday, 09:00 to 17:00';

const OPENS_MS = 9 * HOUR_MS;
const OPEN_MS = 8 * HOUR_MS;
const OPEN_DAYS = 5;
const OPEN_WEEK_MS = OPEN_DAYS * OPEN_MS;
/** Whole weeks are counted from a Monday on. */
const MONDAY = Date.UTC(1970, 0, 5);

/** Whether any of the time from an instant on, `forMs` long, is on a Saturday or a Sunday. */
export function touchesWeekend(from: Instant, forMs: number): boolean {
  const inWeekMs = (((from - MONDAY) % WEEK_MS) + WEEK_MS) % WEEK_MS;
  return inWeekMs + forMs > OPEN_DAYS * DAY_MS;
}

/** How much working time, in milliseconds, lies before an instant since a certain Monday; less than 0 before that. */
export function workingTimeUntil(at: Instant): number {
  const week = Math.floor((at - MONDAY) / WEEK_MS);
  const inWeekMs = at - MONDAY - week * WEEK_MS;
  const day = Math.floor(inWeekMs / DAY_MS);
  if (day >= OPEN_DAYS) return (week + 1) * OPEN_WEEK_MS;
  const inDayMs = Math.min(Math.max(inWeekMs - day * DAY_MS - OPENS_MS, 0), OPEN_MS);
  return week * OPEN_WEEK_MS + day * OPEN_MS + inDayMs;
}

/** The instant, within working hours, before which so much working time lies. */
export function workingInstant(workingTimeMs: number): Instant {
  const week = Math.floor(workingTimeMs / OPEN_WEEK_MS);
  const inWeekMs = workingTimeMs - week * OPEN_WEEK_MS;
  const day = Math.floor(inWeekMs / OPEN_MS);
  return MONDAY + week * WEEK_MS + day * DAY_MS + OPENS_MS + (inWeekMs - day * OPEN_MS);
}
