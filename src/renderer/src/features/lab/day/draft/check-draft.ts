/** The form of a day as a request, or what is wrong with it: a sentence by field. */
import { DURATION_EXPECTED, HOUR_MS, parseDuration } from '../../../../../../shared/duration.ts';
import { type DayRequest, dayRequest } from '../../../../../../shared/lab-day.ts';
import { CLOCK_EXPECTED, offsetText, parseOffset } from './clock-text.ts';
import {
  type DayDraft,
  fromText,
  hourCountOf,
  lengthOf,
  outageFromText,
  ownerOf,
  type PersonDraft,
  peopleOf,
  rateText,
  toText,
} from './day-draft.ts';
import type { DaySetting } from './day-setting.ts';

export type PersonField = 'name' | 'from' | 'to' | 'perItem';
export type DayField =
  | 'actionType'
  | 'dayCount'
  | 'seed'
  | 'length'
  | 'rate'
  | `rate-${number}`
  | 'owner'
  | `person-${number}-${PersonField}`
  | 'outageFrom'
  | 'outageFor';

export type DayErrors = ReadonlyMap<DayField, string>;

export interface CheckedDay {
  /** `null` where something is wrong. */
  readonly request: DayRequest | null;
  readonly errors: DayErrors;
}

const DAYS = { min: 1, max: 500 };
const SHORTEST_MS = HOUR_MS;
const LONGEST_MS = 7 * 24 * HOUR_MS;
const MOST_LAUNCHES = 10_000;
const ITEM_MS = 1_000;

export function checkDraft(draft: DayDraft, setting: DaySetting): CheckedDay {
  const errors = new Map<DayField, string>();
  const wrong = (field: DayField, sentence: string) => {
    if (!errors.has(field)) errors.set(field, sentence);
  };
  const whole = (field: DayField, text: string, sentence: string, { min, max } = WHOLE) => {
    const value = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max)) wrong(field, sentence);
    return value;
  };
  const duration = (field: DayField, text: string, min: number, max: number, sentence: string) => {
    const ms = parseDuration(text.trim());
    if (ms === null) wrong(field, `Expected ${DURATION_EXPECTED}.`);
    else if (ms < min || ms > max) wrong(field, sentence);
    return ms ?? 0;
  };
  const clock = (field: DayField, text: string) => {
    const ms = parseOffset(text, setting.startAt);
    if (ms === null) wrong(field, `Expected ${CLOCK_EXPECTED}.`);
    return ms;
  };
  const user = (field: DayField, name: string) => {
    if (!setting.users.includes(name)) wrong(field, name === '' ? 'Expected a person.' : `There is no user ${name}.`);
    return name;
  };
  const launches = (field: DayField, text: string) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!(value >= 0 && value <= MOST_LAUNCHES)) wrong(field, 'Expected a number from 0 to 10,000.');
    return value;
  };

  if (!setting.actionTypes.some(({ name }) => name === draft.actionTypeName))
    wrong('actionType', 'Expected an Action type that calls an external API.');
  const dayCount = whole('dayCount', draft.dayCount, 'Expected a whole number from 1 to 500.', DAYS);
  const seed = whole('seed', draft.seed, 'Expected a whole number.');
  const lengthMs = duration('length', draft.length, SHORTEST_MS, LONGEST_MS, 'Expected from 1h to 7d.');
  const endText = offsetText(lengthOf(draft), setting.startAt);
  const launchesPerHour = draft.isByHour
    ? Array.from({ length: hourCountOf(draft) }, (_, hour) => launches(`rate-${hour}`, rateText(draft, hour)))
    : [launches('rate', draft.rate)];

  const people = peopleOf(draft, setting).map(({ id, name, from, to, perItem }) => {
    const field = (part: PersonField) => `person-${id}-${part}` as const;
    const fromMs = clock(field('from'), fromText(from, setting));
    const toMs = clock(field('to'), toText(to, draft, setting));
    if (fromMs !== null && fromMs >= lengthOf(draft))
      wrong(field('from'), `Expected a time before ${endText}, when the day ends.`);
    else if (toMs !== null && toMs > lengthOf(draft))
      wrong(field('to'), `Expected a time up to ${endText}, when the day ends.`);
    else if (fromMs !== null && toMs !== null && toMs <= fromMs)
      wrong(field('to'), `Expected a time after ${fromText(from, setting)}.`);
    return {
      id,
      name: user(field('name'), name),
      fromMs: fromMs ?? 0,
      toMs: toMs ?? 0,
      perItemMs: duration(field('perItem'), perItem, ITEM_MS, Number.MAX_SAFE_INTEGER, 'Expected at least 1s.'),
    };
  });
  people.forEach((person, index) => {
    // The same person twice is two shifts.
    const other = people
      .slice(0, index)
      .find(({ name, fromMs, toMs }) => name === person.name && fromMs < person.toMs && person.fromMs < toMs);
    if (other) wrong(`person-${person.id}-name`, `${person.name} works at that time already.`);
  });

  const owner = user('owner', ownerOf(draft, setting));
  const outage = draft.hasOutage
    ? {
        fromMs: clock('outageFrom', outageFromText(draft, setting)) ?? 0,
        forMs: duration('outageFor', draft.outageFor, ITEM_MS, LONGEST_MS, 'Expected from 1s to 7d.'),
      }
    : null;
  if (outage !== null && outage.fromMs >= lengthOf(draft))
    wrong('outageFrom', `Expected a time before ${endText}, when the day ends.`);

  if (errors.size > 0) return { request: null, errors };
  const request: DayRequest = {
    actionTypeName: draft.actionTypeName,
    seed,
    dayCount,
    lengthMs,
    launchesPerHour,
    owner,
    people: people.map(({ id: _, ...worker }) => worker),
    outage,
  };
  return { request: dayRequest.parse(request), errors };
}

const WHOLE = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/** What is wrong with one row. */
export const errorsOfPerson = ({ id }: PersonDraft, errors: DayErrors): readonly [PersonField, string][] =>
  (['name', 'from', 'to', 'perItem'] as const).flatMap((part): [PersonField, string][] => {
    const sentence = errors.get(`person-${id}-${part}`);
    return sentence === undefined ? [] : [[part, sentence]];
  });
