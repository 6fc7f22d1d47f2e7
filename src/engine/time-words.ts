/** Virtual time in words, always UTC, without the host's clock or zone; durations with nothing cut off. */
import { DAY_MS, formatDuration, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/duration.ts';
import type { Instant } from '../shared/model.ts';

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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `09:15:00`; on another day than the start's `6 Jan 09:15:00`, in another year `6 Jan 2027 09:15:00`. Where `now` is on another
 * day than the start, every instant comes with its day: a bare time could be of either.
 */
export function instantInWords(at: Instant, startAt: Instant, now = startAt): string {
  const day = Math.floor(at / DAY_MS);
  const startDay = Math.floor(startAt / DAY_MS);
  if (day === startDay && Math.floor(now / DAY_MS) === startDay) return timeOfDay(at);
  const date = civilDate(day);
  const year = date.year === civilDate(startDay).year ? '' : ` ${date.year}`;
  return `${date.day} ${MONTHS[date.month - 1]}${year} ${timeOfDay(at)}`;
}

/** Days since 1970 as a date of the Gregorian calendar (days_from_civil the other way round, H. Hinnant). */
function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

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
