/**
 * Instants of a day as people type them: `13:30`, the first time the clock shows it from the day's start on; `13:30 +1` a day
 * later. In code they are milliseconds since the day's start.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../../../shared/duration.ts';
import { untilTimeOfDay } from '../../../../../../shared/instant.ts';
import type { Instant } from '../../../../../../shared/model.ts';
import { clockTime } from '../../../../../../views/words/time-words.ts';

/** One sentence for every error about a clock time. */
export const CLOCK_EXPECTED = 'a time such as 09:00 or 13:30';

const PATTERN = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?(?: ?\+(\d{1,2}))?$/;

/** What `parseOffset` reads back. */
export function offsetText(offsetMs: number, startAt: Instant): string {
  const days = Math.floor(offsetMs / DAY_MS);
  return `${clockTime(startAt + offsetMs)}${days === 0 ? '' : ` +${days}`}`;
}

/** Since the day's start; `null` where the text is no clock time. */
export function parseOffset(text: string, startAt: Instant): number | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [hours = 0, minutes = 0, seconds = 0, milliseconds = 0, days = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const inDay = hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS + milliseconds;
  return untilTimeOfDay(inDay, startAt) + days * DAY_MS;
}
