/**
 * Instants in files: `+31m` since the scenario's start, or ISO 8601 with a zone. In code an instant is a whole number of
 * milliseconds since 1970 of *virtual* time, and its name ends in `At`.
 */
import { formatDuration, parseDuration } from './duration.ts';

/** Virtual time zero when a file names none. */
export const DEFAULT_START = '2026-01-05T09:00:00Z';

/** The first and the last instant there are: every one fits the form in which files and people write them. */
const FIRST_INSTANT = Date.parse('0000-01-01T00:00:00Z');
export const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
export const LAST_INSTANT_WORDS = '31 December 9999';

/** One sentence for every error about an instant. */
const INSTANT_EXPECTED = "an instant such as +31m (since the scenario's start) or 2026-01-05T09:31:00Z";

export const ISO_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an ISO 8601 instant with a zone, in UTC from the year 0 to 9999, or `null`. */
export function parseIso(text: string): number | null {
  if (!ISO_PATTERN.test(text)) return null;
  const at = Date.parse(text);
  return at >= FIRST_INSTANT && at <= LAST_INSTANT && isDate(text.slice(0, 10)) ? at : null;
}

/** Whether a text is ISO 8601 right enough, but of an instant before the first or after the last one. */
export function isOutOfTime(text: string): boolean {
  if (!ISO_PATTERN.test(text) || !isDate(text.slice(0, 10))) return false;
  const at = Date.parse(text);
  return at < FIRST_INSTANT || at > LAST_INSTANT;
}

/** The sentence about such an instant. */
export const OUT_OF_TIME = `expected an instant from the year 0000 to ${LAST_INSTANT_WORDS}, the end of virtual time`;

/** Whether there is such a day: `Date.parse` takes 30 February for 2 March. */
function isDate(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}

/** True for both forms of an instant. */
export function isInstant(text: string): boolean {
  return text.startsWith('+') ? parseDuration(text.slice(1)) !== null : parseIso(text) !== null;
}

/** The instant a text names, given the scenario's start. The text must satisfy `isInstant`. */
export function resolveInstant(text: string, startAt: number): number {
  const at = text.startsWith('+') ? parseDuration(text.slice(1)) : parseIso(text);
  if (at === null) throw new RangeError(`${JSON.stringify(text)} is not ${INSTANT_EXPECTED}`);
  return text.startsWith('+') ? startAt + at : at;
}

/** An instant as files write it, relative to the start: `+31m`; before the start, ISO 8601. */
export function formatInstant(at: number, startAt: number): string {
  return at >= startAt ? `+${formatDuration(at - startAt)}` : new Date(at).toISOString();
}

/** The day of an instant in UTC, in English: `{ weekday: 'Mon', day: '5', month: 'Jan', year: '2026' }`. */
export function calendarDay(at: number) {
  // `Mon, 05 Jan 2026 09:31:00 GMT`: ECMAScript fixes these words, whatever the host speaks.
  const [weekday = '', day = '', month = '', year = ''] = new Date(at).toUTCString().split(/,? /);
  return { weekday, day: String(Number(day)), month, year };
}
