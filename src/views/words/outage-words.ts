/** Outages in words: when one begins, how long it lasts, how it comes again. */
import type { Outage } from '../../shared/api-behaviour.ts';
import { DAY_MS, parseDuration } from '../../shared/duration.ts';
import { calendarDay, parseIso, parseTimeOfDay } from '../../shared/instant.ts';
import { WEEKDAYS, type Weekday } from '../../shared/words.ts';
import { exactDuration, timeOfDay } from './time-words.ts';

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
};
const WORKING_DAYS = 'Mon Tue Wed Thu Fri';

/** `down from 10:00 for 20 min, Monday to Friday`: without a capital and a full stop, for lists. */
export function outageInWords(outage: Outage): string {
  const again = outage.every === undefined ? '' : `, ${recurrenceInWords(outage)}`;
  return `down from ${beginningInWords(outage.from)} for ${exactDuration(outage.for)}${again}`;
}

/** How an outage comes again: `every day`, `Monday to Friday`, `every Monday and Thursday`, `every 2 h`; once: `once`. */
export function recurrenceInWords({ every, on }: Pick<Outage, 'every' | 'on'>): string {
  if (every === undefined) return 'once';
  if (on === undefined) return every === DAY_MS ? 'every day' : `every ${exactDuration(every)}`;
  const days = WEEKDAYS.filter((day) => on.includes(day));
  if (days.length === WEEKDAYS.length) return 'every day';
  if (days.join(' ') === WORKING_DAYS) return 'Monday to Friday';
  const names = days.map((day) => DAY_NAMES[day]);
  return `every ${[names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')}`;
}

/** An instant as files write it, for people. */
function beginningInWords(from: string): string {
  if (parseTimeOfDay(from) !== null) return from;
  const afterMs = from.startsWith('+') ? parseDuration(from.slice(1)) : null;
  if (afterMs !== null) return afterMs === 0 ? 'the start' : `${exactDuration(afterMs)} after the start`;
  const at = parseIso(from);
  if (at === null) return from;
  const { day, month, year } = calendarDay(at);
  return `${day} ${month} ${year} ${timeOfDay(at)}`;
}
