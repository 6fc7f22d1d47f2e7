/** A window in which every call fails alike, once or again and again, as the form holds it. */
import type { z } from 'zod';
import { type Outage, outage } from '../../../../../shared/api-behaviour.ts';
import { DAY_MS, formatDuration, HOUR_MS } from '../../../../../shared/duration.ts';
import { canonicalInstant, resolveInstant } from '../../../../../shared/instant.ts';
import type { Instant } from '../../../../../shared/model.ts';
import { WEEKDAYS, type Weekday } from '../../../../../shared/words.ts';
import { clockTime } from '../../../../../views/words/time-words.ts';
import { type Problems, problemsOf } from '../../../form/problems.ts';
import { newId } from '../../../form/rows.ts';
import { durationText } from '../../../form/typed-duration.ts';
import { type FailingKind, failureText } from './call-draft.ts';

/** How often it comes: once, at the same time of day on some days, or every so often. */
export const RECURRENCES = ['once', 'daily', 'weekdays', 'days', 'every'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

export interface OutageDraft {
  readonly id: string;
  readonly from: string;
  readonly for: string;
  readonly recurrence: Recurrence;
  /** From one beginning to the next. */
  readonly every: string;
  /** The chosen days. */
  readonly on: readonly Weekday[];
  readonly kind: FailingKind;
  readonly status: string;
  readonly after: string;
  readonly retryAfter: string;
}

export type OutageText = z.input<typeof outage>;

const WORKING_DAYS = WEEKDAYS.slice(0, 5);

/** 20 minutes from an instant on, as files have it. */
export function newOutage(from: string): OutageDraft {
  const once = { recurrence: 'once' as const, every: '1h', on: WORKING_DAYS };
  return { id: newId(), from, for: '20m', ...once, kind: 'refused', status: '503', after: '', retryAfter: '' };
}

/** Where a new outage begins: at the next round hour after `now`. */
export const nextRoundHour = (now: Instant, startAt: Instant): string =>
  asOnClock((Math.floor(now / HOUR_MS) + 1) * HOUR_MS, startAt);

/** An instant as one reads it off a clock, `10:00`; with its date where the time of day alone would be of another day. */
export function asOnClock(at: Instant, startAt: Instant): string {
  const timeOfDay = clockTime(at);
  return resolveInstant(timeOfDay, startAt) === at
    ? timeOfDay
    : `${new Date(at).toISOString().slice(0, 10)} ${timeOfDay}`;
}

export function outageDraftOf(value: Outage): OutageDraft {
  const { fail = 'refused', status, after, retryAfter } = value;
  return {
    ...newOutage(typedAs(value.from)),
    for: formatDuration(value.for),
    ...recurrenceOf(value),
    ...(status === undefined ? { kind: fail } : { kind: 'status' as const, status: String(status) }),
    after: after === undefined ? '' : formatDuration(after),
    retryAfter: retryAfter === undefined ? '' : formatDuration(retryAfter),
  };
}

/** As one types it: a date and time without `T` and `Z`, where nothing else would change. */
const typedAs = (from: string) => from.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)Z$/, '$1 $2');

function recurrenceOf({ every, on }: Outage): Partial<OutageDraft> {
  if (every === undefined) return {};
  if (on !== undefined) return { recurrence: isWorkingDays(on) ? 'weekdays' : 'days', on };
  return every === DAY_MS ? { recurrence: 'daily' } : { recurrence: 'every', every: formatDuration(every) };
}

const isWorkingDays = (on: readonly Weekday[]) =>
  WEEKDAYS.every((day) => on.includes(day) === WORKING_DAYS.includes(day));

export const outageText = (draft: OutageDraft): OutageText => ({
  from: canonicalInstant(draft.from.trim()),
  for: durationText(draft.for),
  ...recurrenceText(draft),
  ...failureText(draft),
});

function recurrenceText({ recurrence, every, on }: OutageDraft): Pick<OutageText, 'every' | 'on'> {
  switch (recurrence) {
    case 'once':
      return {};
    case 'daily':
      return { every: '1d' };
    case 'weekdays':
      return { every: '1d', on: [...WORKING_DAYS] };
    case 'days':
      return { every: '1d', on: WEEKDAYS.filter((day) => on.includes(day)) };
    case 'every':
      return { every: durationText(every) };
  }
}

/** What is wrong with it, each at the field where it is typed. */
export function outageProblems(draft: OutageDraft, at: string): Problems {
  const problems = problemsOf(outage, outageText(draft), at);
  const { [`${at}.every`]: tooLong, ...others } = problems;
  if (tooLong === undefined || draft.recurrence === 'every') return problems;
  return { ...others, [`${at}.for`]: 'Expected at most a day: it comes again a day later.' };
}

/** An outage that is right already, and the row it is typed in. */
export interface TypedOutage {
  readonly id: string;
  /** The number of its row, from 1. */
  readonly number: number;
  readonly outage: Outage;
}

export function outagesIn(drafts: readonly OutageDraft[]): TypedOutage[] {
  return drafts.flatMap((draft, index) => {
    const { data } = outage.safeParse(outageText(draft));
    return data === undefined ? [] : [{ id: draft.id, number: index + 1, outage: data }];
  });
}
