/**
 * Instants in files: `+31m` since the scenario's start, a time of day `10:00` (the first one at or after the start), or ISO 8601
 * with or without seconds, `T` and zone (UTC where there is none). In code an instant is a whole number of milliseconds since
 * 1970 of *virtual* time, and its name ends in `At`.
 */
import { DAY_MS, formatDuration, HOUR_MS, MINUTE_MS, parseDuration, SECOND_MS } from './duration.ts';

/** Virtual time zero when a file names none. */
export const DEFAULT_START = '2026-01-05T09:00:00Z';

/** The first and the last instant there are: every one fits the form in which files and people write them. */
const FIRST_INSTANT = Date.parse('0000-01-01T00:00:00Z');
export const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
export const LAST_INSTANT_WORDS = '31 December 9999';

/** One sentence for every error about an instant. */
export const INSTANT_EXPECTED =
  "an instant such as +31m (since the scenario's start), 10:00 (the first one from the start on) or 2026-01-05 09:31";

export const ISO_PATTERN = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?$/;
export const TIME_OF_DAY_PATTERN = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?$/;

/** With its `T` and its zone: nobody may take it for local time. */
function isoWithZone(text: string): string {
  const dated = text.replace(' ', 'T');
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(dated) ? dated : `${dated}Z`;
}

/** Milliseconds since 1970 of an ISO 8601 instant, in UTC from the year 0 to 9999, or `null`. */
export function parseIso(text: string): number | null {
  if (!ISO_PATTERN.test(text)) return null;
  const at = Date.parse(isoWithZone(text));
  return at >= FIRST_INSTANT && at <= LAST_INSTANT && isDate(text.slice(0, 10)) ? at : null;
}

/** Whether a text is ISO 8601 right enough, but of an instant before the first or after the last one. */
export function isOutOfTime(text: string): boolean {
  if (!ISO_PATTERN.test(text) || !isDate(text.slice(0, 10))) return false;
  const at = Date.parse(isoWithZone(text));
  return at < FIRST_INSTANT || at > LAST_INSTANT;
}

/** The sentence about such an instant. */
export const OUT_OF_TIME = `expected an instant from the year 0000 to ${LAST_INSTANT_WORDS}, the end of virtual time`;

/** Whether there is such a day: `Date.parse` takes 30 February for 2 March. */
function isDate(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}

/** Milliseconds since midnight of a time of day, `10:00` or `09:07:30`; `null` when the text is not one. */
export function parseTimeOfDay(text: string): number | null {
  const match = TIME_OF_DAY_PATTERN.exec(text);
  if (!match) return null;
  const [, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = match.map((part) => Number(part ?? 0));
  return hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS + milliseconds;
}

/** From an instant to the first time at or after it at which the clock shows this time of day: less than a day. */
export function untilTimeOfDay(inDayMs: number, at: number): number {
  return (((inDayMs - at) % DAY_MS) + DAY_MS) % DAY_MS;
}

/** True for every form of an instant. */
export function isInstant(text: string): boolean {
  return resolved(text, 0) !== null;
}

/** The instant a text names, given the scenario's start. The text must satisfy `isInstant`. */
export function resolveInstant(text: string, startAt: number): number {
  const at = resolved(text, startAt);
  if (at === null) throw new RangeError(`${JSON.stringify(text)} is not ${INSTANT_EXPECTED}`);
  return at;
}

function resolved(text: string, startAt: number): number | null {
  if (text.startsWith('+')) {
    const afterMs = parseDuration(text.slice(1));
    return afterMs === null ? null : startAt + afterMs;
  }
  const inDayMs = parseTimeOfDay(text);
  return inDayMs === null ? parseIso(text) : startAt + untilTimeOfDay(inDayMs, startAt);
}

/** An instant's text as files are written: `+1 h 30 min` → `+1h30m`, `9:00` → `09:00`, `2026-01-06 10:00` → `2026-01-06T10:00Z`. */
export function canonicalInstant(text: string): string {
  if (text.startsWith('+')) {
    const afterMs = text.includes(' ') || text.includes('min') ? parseDuration(text.slice(1)) : null;
    return afterMs === null ? text : `+${formatDuration(afterMs)}`;
  }
  if (TIME_OF_DAY_PATTERN.test(text)) return text.replace(/^\d:/, '0$&');
  return ISO_PATTERN.test(text) ? isoWithZone(text) : text;
}

/** An instant as files write it, relative to the start: `+31m`; before the start, ISO 8601. */
export function formatInstant(at: number, startAt: number): string {
  return at >= startAt ? `+${formatDuration(at - startAt)}` : isoInstant(at);
}

/** An instant as ISO 8601 in UTC, with its milliseconds. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}

/** The day of an instant in UTC, in English: `{ weekday: 'Mon', day: '5', month: 'Jan', year: '2026' }`. */
export function calendarDay(at: number) {
  // `Mon, 05 Jan 2026 09:31:00 GMT`: ECMAScript fixes these words, whatever the host speaks.
  const [weekday = '', day = '', month = '', year = ''] = new Date(at).toUTCString().split(/,? /);
  return { weekday, day: String(Number(day)), month, year };
}
