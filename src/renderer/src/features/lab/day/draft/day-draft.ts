/**
 * The form of a day, as typed. What is `null` was not typed: it is as the workspace and the rest of the form suggest, and
 * follows them.
 */
import { formatDuration, HOUR_MS, MINUTE_MS } from '../../../../../../shared/duration.ts';
import { parseTyped } from '../../../../form/typed-duration.ts';
import { offsetText, parseOffset } from './clock-text.ts';
import type { DaySetting } from './day-setting.ts';

export interface PersonDraft {
  readonly id: number;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly perItem: string;
}

export interface DayDraft {
  readonly actionTypeName: string;
  readonly dayCount: string;
  readonly seed: string;
  readonly length: string;
  readonly isByHour: boolean;
  /** For all hours. */
  readonly rate: string;
  /** By the hour; those beyond what was typed are as `rate`. */
  readonly rates: readonly (string | null)[];
  readonly owner: string | null;
  readonly people: readonly PersonDraft[] | null;
  readonly hasOutage: boolean;
  readonly outageFrom: string | null;
  readonly outageFor: string;
}

/** A longer day goes on with the last of its launches. */
export const MOST_HOURS = 24;
const PER_ITEM = formatDuration(10 * MINUTE_MS);
const USUAL_OUTAGE = '10:00';

export function newDraft(setting: DaySetting): DayDraft {
  return {
    actionTypeName: setting.actionTypes[0]?.name ?? '',
    dayCount: '30',
    seed: '1',
    length: '9h',
    isByHour: false,
    rate: '20',
    rates: [],
    owner: null,
    people: null,
    hasOutage: true,
    outageFrom: null,
    outageFor: '20m',
  };
}

/** How long the day is; what it was taken for as long as the text is no duration. */
export const lengthOf = ({ length }: DayDraft): number => parseTyped(length) ?? 9 * HOUR_MS;

/** How many hours have launches of their own. */
export const hourCountOf = (draft: DayDraft): number =>
  Math.min(Math.max(Math.ceil(lengthOf(draft) / HOUR_MS), 1), MOST_HOURS);

export const rateText = (draft: DayDraft, hour: number): string => draft.rates[hour] ?? draft.rate;

const ownerOf = (draft: DayDraft, setting: DaySetting): string =>
  draft.owner ?? setting.suggested.get(draft.actionTypeName)?.owner ?? '';

/** Whoever works the Action type's queue, and the owner, where nobody else was chosen. */
export function peopleOf(draft: DayDraft, setting: DaySetting): readonly PersonDraft[] {
  if (draft.people !== null) return draft.people;
  const names = setting.suggested.get(draft.actionTypeName)?.people ?? [];
  return [...new Set([...names, ownerOf(draft, setting)])]
    .filter((name) => name !== '')
    .map((name, index) => ({ id: index, name, from: null, to: null, perItem: PER_ITEM }));
}

/** One more row: somebody who is not there yet, if there is such a person. */
export function anotherPerson(draft: DayDraft, setting: DaySetting): PersonDraft {
  const people = peopleOf(draft, setting);
  const name = setting.users.find((user) => people.every((person) => person.name !== user)) ?? setting.users[0] ?? '';
  const id = Math.max(-1, ...people.map((person) => person.id)) + 1;
  return { id, name, from: null, to: null, perItem: PER_ITEM };
}

/** From the day's start. */
const fromText = (from: string | null, { startAt }: DaySetting): string => from ?? offsetText(0, startAt);

/** To the day's end. */
const toText = (to: string | null, draft: DayDraft, { startAt }: DaySetting): string =>
  to ?? offsetText(lengthOf(draft), startAt);

/** At ten, where the day has a ten o'clock with time before and after it; else an hour after its start. */
export function outageFromText(draft: DayDraft, { startAt }: DaySetting): string {
  if (draft.outageFrom !== null) return draft.outageFrom;
  const lengthMs = lengthOf(draft);
  const usual = parseOffset(USUAL_OUTAGE, startAt) ?? 0;
  return offsetText(usual > 0 && usual < lengthMs ? usual : Math.min(HOUR_MS, lengthMs / 2), startAt);
}

/** The draft with what it suggests where nothing was typed: as it stands on screen. */
export function shownDraft(draft: DayDraft, setting: DaySetting) {
  return {
    ...draft,
    owner: ownerOf(draft, setting),
    people: peopleOf(draft, setting).map((person) => ({
      ...person,
      from: fromText(person.from, setting),
      to: toText(person.to, draft, setting),
    })),
    outageFrom: outageFromText(draft, setting),
  };
}
