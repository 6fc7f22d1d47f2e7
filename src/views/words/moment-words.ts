/** An instant as a file has it, in words. */
import { parseDuration } from '../../shared/duration.ts';
import { calendarDay, parseIso } from '../../shared/instant.ts';
import { exactDuration, timeOfDay } from './time-words.ts';

/** `the start`, `31 min after the start`, `5 Jan 2026 09:31:00`; a time of day stays as it is. */
export function momentInWords(text: string): string {
  const since = text.startsWith('+') ? parseDuration(text.slice(1)) : null;
  if (since !== null) return since === 0 ? 'the start' : `${exactDuration(since)} after the start`;
  const at = parseIso(text);
  if (at === null) return text;
  const { day, month, year } = calendarDay(at);
  return `${day} ${month} ${year} ${timeOfDay(at)}`;
}
