/** Over how long launches are spread, unless someone says otherwise: until they met all that the API does over time. */
import { DAY_MS, WEEK_MS } from '../../shared/duration.ts';
import { LAST_INSTANT, resolveInstant } from '../../shared/instant.ts';
import type { Instant } from '../../shared/model.ts';

/** When an outage is; `every` where it comes again, `on` only on these weekdays. */
interface OutageTimes {
  readonly from: string;
  readonly for: number;
  readonly every?: number | undefined;
  readonly on?: readonly string[] | undefined;
}

/**
 * Whole days from `startAt` on, in milliseconds: one at least, to the end of the last outage, a week where outages are on weekdays.
 * 0 where one of the settings tried (`paths`) is the outage itself, for that begins with the launches. Never beyond the end of
 * virtual time.
 */
export function launchSpan(outages: readonly OutageTimes[], startAt: Instant, paths: readonly string[] = []): number {
  if (paths.includes('outage')) return 0;
  const neededMs = outages.map((outage) => {
    const endMs = resolveInstant(outage.from, startAt) + outage.for - startAt;
    const roundMs = outage.on === undefined ? (outage.every ?? 0) : WEEK_MS;
    return Math.max(endMs, roundMs);
  });
  const wholeDays = Math.ceil(Math.max(DAY_MS, ...neededMs) / DAY_MS) * DAY_MS;
  return Math.min(wholeDays, LAST_INSTANT - startAt);
}
