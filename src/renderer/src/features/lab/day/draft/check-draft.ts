/** The form of a day as a request, or what is wrong with it: a sentence by field. The limits are the request's own. */
import { z } from 'zod';
import { duration } from '../../../../../../shared/field-kinds.ts';
import { type DayRequest, dayRequest, worker } from '../../../../../../shared/lab-day.ts';
import { decoded, type Problems } from '../../../../form/problems.ts';
import { textOf, toNumber } from '../../../../form/text.ts';
import { CLOCK_EXPECTED, offsetText, parseOffset } from './clock-text.ts';
import { type DayDraft, hourCountOf, lengthOf, rateText, shownDraft } from './day-draft.ts';
import type { DaySetting } from './day-setting.ts';

export interface CheckedDay {
  /** `null` where something is wrong. */
  readonly request: DayRequest | null;
  readonly problems: Problems;
}

const { dayCount, seed, lengthMs, launchesPerHour, outage } = dayRequest.shape;
const number = (schema: z.ZodNumber) => z.codec(z.string(), schema, { decode: toNumber, encode: String });
/** A duration within the limits of what it means here. */
const within = (schema: z.ZodNumber) => textOf(duration).pipe(schema);

/** What is typed, by the limits of what is asked. */
function dayText({ startAt, users }: DaySetting) {
  const clock = z.string().transform((text, context) => {
    const offset = parseOffset(text, startAt);
    if (offset !== null) return offset;
    context.addIssue(`expected ${CLOCK_EXPECTED}`);
    return z.NEVER;
  });
  const user = z.string().refine((name) => users.includes(name), {
    error: ({ input }) => (input === '' ? 'expected a person' : `there is no user ${input}`),
  });
  const person = { name: user, from: clock, to: clock, perItem: within(worker.shape.perItemMs) };
  return z.object({
    dayCount: number(dayCount),
    seed: number(seed),
    length: within(lengthMs),
    rates: z.array(number(launchesPerHour.element)),
    owner: user,
    people: z.array(z.object(person)),
    outageFrom: clock.nullable(),
    outageFor: within(outage.unwrap().shape.forMs).nullable(),
  });
}
type Day = z.output<ReturnType<typeof dayText>>;

export function checkDay(draft: DayDraft, setting: DaySetting): CheckedDay {
  const shown = shownDraft(draft, setting);
  const rates = draft.isByHour
    ? Array.from({ length: hourCountOf(draft) }, (_, hour) => rateText(draft, hour))
    : [draft.rate];
  const outageText = draft.hasOutage ? {} : { outageFrom: null, outageFor: null };
  const { value, problems } = decoded(dayText(setting), { ...shown, ...outageText, rates });
  const found: Record<string, string> = {
    ...(setting.actionTypes.some(({ name }) => name === draft.actionTypeName)
      ? {}
      : { actionTypeName: 'Expected an Action type that calls an External API.' }),
    // Launches that are the same all day have one field.
    ...Object.fromEntries(
      Object.entries(problems).map(([path, problem]) => [
        draft.isByHour ? path : path.replace('rates.0', 'rate'),
        problem,
      ]),
    ),
    ...overlaps(shown, setting),
    ...beyondTheDay(shown, draft, setting),
  };
  if (value === null || Object.keys(found).length > 0) return { request: null, problems: found };
  return { request: requestOf(draft.actionTypeName, value), problems: {} };
}

function requestOf(actionTypeName: string, day: Day): DayRequest {
  return dayRequest.parse({
    actionTypeName,
    seed: day.seed,
    dayCount: day.dayCount,
    lengthMs: day.length,
    launchesPerHour: day.rates,
    owner: day.owner,
    people: day.people.map(({ name, from, to, perItem }) => ({ name, fromMs: from, toMs: to, perItemMs: perItem })),
    outage: day.outageFrom === null || day.outageFor === null ? null : { fromMs: day.outageFrom, forMs: day.outageFor },
  });
}

type Shown = ReturnType<typeof shownDraft>;

/** What lies outside the day, or ends before it begins. */
function beyondTheDay({ people, outageFrom }: Shown, draft: DayDraft, { startAt }: DaySetting): Problems {
  const lengthMs = lengthOf(draft);
  const endText = offsetText(lengthMs, startAt);
  const found: Record<string, string> = {};
  for (const [index, { from, to }] of people.entries()) {
    const fromMs = parseOffset(from, startAt);
    const toMs = parseOffset(to, startAt);
    if (fromMs !== null && fromMs >= lengthMs) {
      found[`people.${index}.from`] = `Expected a time before ${endText}, when the day ends.`;
    } else if (toMs !== null && toMs > lengthMs) {
      found[`people.${index}.to`] = `Expected a time up to ${endText}, when the day ends.`;
    } else if (fromMs !== null && toMs !== null && toMs <= fromMs) {
      found[`people.${index}.to`] = `Expected a time after ${from}.`;
    }
  }
  const outageMs = draft.hasOutage ? parseOffset(outageFrom, startAt) : null;
  if (outageMs !== null && outageMs >= lengthMs) {
    found.outageFrom = `Expected a time before ${endText}, when the day ends.`;
  }
  return found;
}

/** The same person twice is two shifts: not at one time. */
function overlaps({ people }: Shown, { startAt }: DaySetting): Problems {
  const shifts = people.map(({ name, from, to }) => ({
    name,
    from: parseOffset(from, startAt) ?? 0,
    to: parseOffset(to, startAt) ?? 0,
  }));
  return Object.fromEntries(
    shifts.flatMap(({ name, from, to }, index) =>
      shifts.slice(0, index).some((other) => other.name === name && other.from < to && from < other.to)
        ? [[`people.${index}.name`, `${name} works at that time already.`]]
        : [],
    ),
  );
}
