/** Figures in explanations: exact durations, instants, shares and draws. */
import { DAY_MS } from '../shared/duration.ts';
import type { Instant } from '../shared/model.ts';
import { exactDuration, timeOfDay } from './time-words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `09:15:00`; on another day than the start's `6 Jan 09:15:00`, in another year `6 Jan 2027 09:15:00`. */
export function instantInWords(at: Instant, startAt: Instant): string {
  const day = Math.floor(at / DAY_MS);
  const startDay = Math.floor(startAt / DAY_MS);
  if (day === startDay) return timeOfDay(at);
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

/** `failed 09:07:00 + 8 min = 09:15:00`. */
export function sumOf(what: string, from: Instant, to: Instant, startAt: Instant): string {
  return `${what} ${instantInWords(from, startAt)} + ${exactDuration(to - from)} = ${instantInWords(to, startAt)}`;
}

/** A number to so many decimals, cut not rounded: what is below a limit never looks equal to it. */
export function decimals(value: number, digits = 6): string {
  const scale = 10 ** digits;
  return String(Math.trunc(value * scale) / scale);
}

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100} %`;
}

/** A sentence from the middle of another one, `The connection was refused` → `the connection was refused`. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
