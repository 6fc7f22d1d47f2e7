/** The world as `workspace.json` holds it: Maps as arrays of entries, durations in milliseconds. */
import { z } from 'zod';
import { actionType, apiSwitch, caseType, externalApi, settings, user } from '../../shared/definitions.ts';
import type { Edit, Edits } from '../../shared/edits.ts';
import { timelineFact } from '../../shared/fact-schema.ts';
import { customData } from '../../shared/field-kinds.ts';
import type { ExternalApiState } from '../../shared/model.ts';
import {
  action,
  caseInstance,
  count,
  instant,
  notification,
  plannedLaunch,
  plannedResponse,
} from '../../shared/model-schema.ts';
import type { ShapeOf } from '../../shared/shape-of.ts';
import type { WorldJson } from '../../shared/world-json.ts';
import { entriesBy, entriesOf, inCode } from './schema-tools.ts';

const text = z.string();

const externalApiState = z.strictObject({
  definition: inCode(externalApi),
  switch: apiSwitch,
  callCount: count,
  lastRequest: z.strictObject({ actionRef: text, action: customData }).nullable(),
} satisfies ShapeOf<ExternalApiState>);

const editOf = <S extends Edit['section'], Value extends z.ZodType>(section: S, value: Value) => {
  const side = z.strictObject({ value, place: count }).nullable();
  return z.strictObject({
    section: z.literal(section),
    name: text,
    before: side,
    after: side,
    renamedTo: text.exactOptional(),
    joined: z.literal(true).exactOptional(),
  } satisfies ShapeOf<Edit>);
};

const edit = z.discriminatedUnion('section', [
  editOf('settings', inCode(settings)),
  editOf('queues', z.null()),
  editOf('users', inCode(user)),
  editOf('externalApis', inCode(externalApi)),
  editOf('actionTypes', inCode(actionType)),
  editOf('caseTypes', inCode(caseType)),
]);

/** A timeline of an Action or a Case. */
export const timeline = z.array(timelineFact);

/** All of a world but what there are many of: its definitions, its clock's start, its counters. */
export const smallWorldShape = {
  startAt: instant,
  seed: z.int(),
  callbackKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
    .nullable(),
  settings: inCode(settings),
  queues: z.array(text),
  users: entriesOf(inCode(user)),
  externalApis: entriesOf(externalApiState),
  actionTypes: entriesOf(inCode(actionType)),
  caseTypes: entriesOf(inCode(caseType)),
  caseNumbers: entriesOf(count),
  aliases: entriesOf(text),
  sequence: count,
  edits: z.strictObject({ done: z.array(edit), undone: z.array(edit) } satisfies ShapeOf<Edits>),
};

/** Its type says that what it lets through is what the engine calls a world. */
export const worldJson: z.ZodType<WorldJson> = z.strictObject({
  ...smallWorldShape,
  cases: entriesBy(({ ref }) => ref, caseInstance),
  actions: entriesBy(({ ref }) => ref, action),
  notifications: entriesOf(z.array(notification)),
  plannedLaunches: entriesBy(({ id }) => id, plannedLaunch),
  plannedResponses: entriesBy(({ id }) => id, plannedResponse),
  timelines: entriesOf(timeline),
  timelineOrders: entriesOf(z.array(text)),
} satisfies ShapeOf<WorldJson>);
