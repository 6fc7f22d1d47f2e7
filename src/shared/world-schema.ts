/** The world as it is told: what snapshots of the stream of events hold, and the lives of the Lab. */
import { z } from 'zod';
import { actionType, apiSwitch, caseType, externalApi, settings, user } from './definitions.ts';
import { edit } from './edit-schema.ts';
import type { Edits } from './edits.ts';
import { timelineFact } from './fact-schema.ts';
import { customData } from './field-kinds.ts';
import type { ExternalApiState } from './model.ts';
import { action, caseInstance, count, instant, notification, plannedLaunch, plannedResponse } from './model-schema.ts';
import type { ShapeOf } from './shape-of.ts';
import type { EntryChanges, WorldChanges } from './world-changes.ts';
import type { WorldJson } from './world-json.ts';

const text = z.string();

const externalApiState = z
  .object({
    definition: externalApi,
    switch: apiSwitch,
    callCount: count,
    lastRequest: z.object({ actionRef: text, action: customData }).nullable(),
  } satisfies ShapeOf<ExternalApiState>)
  .meta({ id: 'ExternalApiRecord', description: 'An External API as the simulator keeps it, in snapshots.' });

const edits = z
  .object({ done: z.array(edit), undone: z.array(edit) } satisfies ShapeOf<Edits>)
  .meta({ id: 'Edits', description: 'What can be undone, and redone.' });

/** The value under each name in the Maps of a world. */
const values = {
  users: user,
  externalApis: externalApiState,
  actionTypes: actionType,
  caseTypes: caseType,
  cases: caseInstance,
  actions: action,
  caseNumbers: count,
  aliases: text,
  notifications: z.array(notification),
  plannedLaunches: plannedLaunch,
  plannedResponses: plannedResponse,
  timelines: z.array(timelineFact),
  timelineOrders: z.array(text),
} as const;
type MapKey = keyof typeof values;

const overMaps = <Key extends MapKey, Made extends z.ZodType>(keys: readonly Key[], make: (value: z.ZodType) => Made) =>
  Object.fromEntries(keys.map((key) => [key, make(values[key])])) as { [K in Key]: Made };
const ALL = Object.keys(values) as MapKey[];

/** A Map by name, as a list of pairs. */
const pairs = (value: z.ZodType) => z.array(z.tuple([text, value]));

export const worldJson = z
  .object({
    startAt: instant,
    seed: z.int(),
    callbackKey: text.nullable().describe('What the secrets of callbacks are made with.'),
    settings,
    queues: z.array(text),
    sequence: count,
    edits,
    ...overMaps(ALL, pairs),
  } satisfies ShapeOf<WorldJson>)
  .meta({
    id: 'World',
    description: 'All there is at one instant of virtual time, as the simulator keeps it; durations in milliseconds.',
  }) as unknown as z.ZodType<WorldJson>;

const entryChanges = (value: z.ZodType) =>
  z.object({
    removed: z.array(text),
    set: z.array(z.tuple([text, value])),
  } satisfies ShapeOf<EntryChanges<unknown>>);

export const worldChanges = z
  .object({
    values: z.object({ settings, queues: z.array(text), edits, sequence: count }).partial(),
    whole: z.object(overMaps(['users', 'externalApis', 'actionTypes', 'caseTypes'], pairs)).partial(),
    entries: z.object(overMaps(ALL, entryChanges)).partial(),
    grown: z
      .object(
        overMaps(['notifications', 'timelines', 'timelineOrders'], (list) => z.array(z.tuple([text, count, list]))),
      )
      .partial()
      .describe('Lists whose first so many elements stay, followed by others: name, how many stay, the others.'),
  } satisfies ShapeOf<WorldChanges>)
  .meta({
    id: 'WorldChanges',
    description: 'How a world differs from an earlier one: of each Map, what is removed, and what is set in order.',
  }) as unknown as z.ZodType<WorldChanges>;
