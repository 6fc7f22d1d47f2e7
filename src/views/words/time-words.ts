/** Virtual time in words, always UTC, without the host's clock or zone; durations with nothing cut off. */
import { DAY_MS, describeDuration, formatDuration, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/duration.ts';
import { calendarDay } from '../../shared/instant.ts';
import type { Instant } from '../../shared/model.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** `09:07:00`; with milliseconds where there are any. */
export function timeOfDay(at: Instant): string {
  const inDay = ((at % DAY_MS) + DAY_MS) % DAY_MS;
  const hours = two(Math.floor(inDay / HOUR_MS));
  const minutes = two(Math.floor((inDay % HOUR_MS) / MINUTE_MS));
  const seconds = two(Math.floor((inDay % MINUTE_MS) / SECOND_MS));
  const milliseconds = inDay % SECOND_MS;
  return `${hours}:${minutes}:${seconds}${milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`}`;
}

/** `09:07`; seconds and milliseconds only where there are any: where the time is what one types or reads at a glance. */
export function clockTime(at: Instant): string {
  const text = timeOfDay(at);
  return text.endsWith(':00') && text.length === 8 ? text.slice(0, 5) : text;
}

/**
 * `09:15:00`; on another day than the start's `6 Jan 09:15:00`, in another year `6 Jan 2027 09:15:00`. Where `now` is on another
 * day than the start, every instant comes with its day: a bare time could be of either.
 */
export function instantInWords(at: Instant, startAt: Instant, now = startAt): string {
  const day = Math.floor(at / DAY_MS);
  const startDay = Math.floor(startAt / DAY_MS);
  if (day === startDay && Math.floor(now / DAY_MS) === startDay) return timeOfDay(at);
  return dated(at, startAt, timeOfDay(at));
}

/** `09:15`, where a thing is named by when it was: the day only where it is another one than the start's, seconds only where there are any. */
export function briefInstant(at: Instant, startAt: Instant): string {
  return Math.floor(at / DAY_MS) === Math.floor(startAt / DAY_MS) ? clockTime(at) : dated(at, startAt, clockTime(at));
}

function dated(at: Instant, startAt: Instant, time: string): string {
  const date = calendarDay(at);
  const year = date.year === calendarDay(startAt).year ? '' : ` ${date.year}`;
  return `${date.day} ${date.month}${year} ${time}`;
}

/** `failed 09:07:00 + 8 min = 09:15:00`. */
export function sumOf(what: string, from: Instant, to: Instant, startAt: Instant): string {
  return `${what} ${instantInWords(from, startAt)} + ${exactDuration(to - from)} = ${instantInWords(to, startAt)}`;
}

/** `at 09:15:00`, of a retry that was scheduled; `null` is after the end of time. */
export function dueInWords(at: Instant | null, startAt: Instant): string {
  return at === null ? 'after the end of time' : `at ${instantInWords(at, startAt)}`;
}

/** Nearer than this, whole seconds would be far off the truth. */
const NEAR_MS = 10 * SECOND_MS;

/**
 * `in 4 min`, `now`, `4 min ago`: in whole seconds, rounded up, but what is near exactly: `in 300 ms`. While the clock moves
 * (`isMoving`) milliseconds would only flicker: `in less than 1 s`.
 */
export function untilInWords(to: Instant, now: Instant, isMoving = false): string {
  if (to === now) return 'now';
  const distance = Math.abs(to - now);
  const isExact = !isMoving && distance < NEAR_MS;
  const words =
    isMoving && distance < SECOND_MS
      ? 'less than 1 s'
      : describeDuration(isExact ? distance : Math.ceil(distance / SECOND_MS) * SECOND_MS);
  return to > now ? `in ${words}` : `${words} ago`;
}

/** How long people have waited: `5 h 12 min`, `3 d 2 h`; below a minute `under 1 min`, since nobody counts a person's seconds. */
export function elapsedInWords(since: Instant, now: Instant): string {
  const elapsed = Math.floor((now - since) / MINUTE_MS) * MINUTE_MS;
  return elapsed < MINUTE_MS ? 'under 1 min' : describeDuration(elapsed);
}

/** An instant of which only the time since launch counts: `launch`, `6 min`. */
export const sinceLaunch = (ms: number): string => (ms === 0 ? 'launch' : exactDuration(ms));

const UNITS = { d: 'd', h: 'h', m: 'min', s: 's', ms: 'ms' } as const;

/** A duration with all its units, nothing cut off: `6 min 39 s 594 ms`; below two days in hours: `24 h`. */
export function exactDuration(durationMs: number): string {
  const rounded = Math.round(durationMs);
  const wholeHours = rounded >= DAY_MS && rounded < 2 * DAY_MS ? Math.floor(rounded / HOUR_MS) : 0;
  const rest = rounded - wholeHours * HOUR_MS;
  const parts = [...formatDuration(rest).matchAll(/(\d+)(ms|[dhms])/g)].map(
    ([, amount, unit]) => `${amount} ${UNITS[unit as keyof typeof UNITS]}`,
  );
  if (wholeHours === 0) return parts.join(' ');
  return [`${wholeHours} h`, ...(rest === 0 ? [] : parts)].join(' ');
}
