/** The world as `workspace.json` holds it: Maps as arrays of entries, durations in milliseconds. */
import { z } from 'zod';
import { actionType, apiSwitch, caseType, externalApi, settings, user } from '../../shared/definitions.ts';
import type { Edit, Edits } from '../../shared/edits.ts';
import { customData } from '../../shared/field-kinds.ts';
import { responseBody } from '../../shared/inputs.ts';
import type {
  Action,
  Case,
  ExternalApiState,
  LastFailure,
  Notification,
  PlannedLaunch,
  PlannedResponse,
} from '../../shared/model.ts';
import { PHASES, REASONS, RESOLUTION_METHODS, RESPONSE_CLOCKS, STATUSES } from '../../shared/words.ts';
import type { WorldJson } from '../../shared/world-json.ts';
import { timelineFact } from './fact-schema.ts';
import { callFailure, callPlan, count, delivery, instant } from './input-schema.ts';
import { entriesBy, entriesOf, inCode, type ShapeOf } from './schema-tools.ts';

const text = z.string();
const status = z.enum(STATUSES);
const reason = z.enum(REASONS);
const resolutionMethod = z.enum(RESOLUTION_METHODS).nullable();

export const action = z.strictObject({
  ref: text,
  caseRef: text,
  actionType: text,
  title: text,
  copy: count,
  place: text,
  stream: text,
  position: z.strictObject({ step: count, member: count }).optional(),
  sequence: count,
  token: text.optional(),
  phase: z.enum(PHASES),
  status,
  reason,
  resolutionMethod,
  rejectedReason: text.nullable(),
  statusSince: instant,
  statusBy: text,
  retryCount: count,
  displayedMaximum: count,
  callCount: count,
  callStartedAt: instant.nullable(),
  plan: callPlan.nullable(),
  lastFailure: z
    .strictObject({ callNumber: count, occurredAt: instant, failure: callFailure } satisfies ShapeOf<LastFailure>)
    .nullable(),
  nextRetryAt: instant.nullable(),
  connectedAt: instant.nullable(),
  responseClock: z.enum(RESPONSE_CLOCKS),
  responseDeadlineAt: instant.nullable(),
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  owner: text.nullable(),
  assignee: text.nullable(),
  queue: text.nullable(),
  decidedBy: responseBody.nullable(),
  unheededResponses: count,
  escalated: z.boolean(),
  createdAt: instant,
  closedAt: instant.nullable(),
} satisfies ShapeOf<Action>);

export const caseInstance = z.strictObject({
  ref: text,
  caseType: text.nullable(),
  owner: text,
  data: customData,
  process: z.array(z.array(text)),
  currentStep: z.int().min(-1),
  sequence: count,
  status,
  reason: reason.nullable(),
  resolutionMethod,
  statusSince: instant,
  needsAttention: z.boolean(),
  problemAction: text.nullable(),
  paused: z.boolean(),
  actions: z.array(text),
  createdAt: instant,
  closedAt: instant.nullable(),
} satisfies ShapeOf<Case>);

export const notification = z.strictObject({
  sequence: count,
  at: instant,
  user: text,
  kind: text,
  caseRef: text,
  actionRef: text,
  read: z.boolean(),
} satisfies ShapeOf<Notification>);

export const plannedLaunch = z.strictObject({
  id: text,
  sequence: count,
  at: instant,
  caseType: text,
  caseRef: text,
} satisfies ShapeOf<PlannedLaunch>);

export const plannedResponse = z.strictObject({
  id: text,
  sequence: count,
  at: instant,
  actionRef: text,
  delivery,
} satisfies ShapeOf<PlannedResponse>);

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
