/** The world as `workspace.json` holds it: Maps as arrays of entries, durations in milliseconds. */
import { z } from 'zod';
import { actionType, apiSwitch, caseType, customData, externalApi, settings, user } from '../../shared/definitions.ts';
import type { Edit, Edits } from '../../shared/edits.ts';
import type { Fact } from '../../shared/facts.ts';
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
import { callFailure, callPlan, count, delivery, instant } from './input-schema.ts';
import { entriesBy, entriesOf, inCode, type ShapeOf } from './schema-tools.ts';

const text = z.string();
const status = z.enum(STATUSES);
const reason = z.enum(REASONS);
const resolutionMethod = z.enum(RESOLUTION_METHODS).nullable();

const action = z.strictObject({
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

const workCase = z.strictObject({
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

const notification = z.strictObject({
  sequence: count,
  at: instant,
  user: text,
  kind: text,
  caseRef: text,
  actionRef: text,
  read: z.boolean(),
} satisfies ShapeOf<Notification>);

const plannedLaunch = z.strictObject({
  id: text,
  sequence: count,
  at: instant,
  caseType: text,
  caseRef: text,
} satisfies ShapeOf<PlannedLaunch>);

const plannedResponse = z.strictObject({
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

/**
 * Only what every reader of a timeline relies on: no rule reads a fact again, there are more of them than of all else together,
 * and a fact that a later version words otherwise must not cost somebody the workspace.
 */
const fact = z.custom<Fact>(isFact, 'expected a fact with its type, its instant and what it happened to');

function isFact(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type, at, actionRef, caseRef } = value as Record<string, unknown>;
  return typeof type === 'string' && Number.isSafeInteger(at) && typeof (actionRef ?? caseRef) === 'string';
}

const editOf = <S extends Edit['section'], Value extends z.ZodType>(section: S, value: Value) => {
  const side = z.strictObject({ value, place: count }).nullable();
  return z.strictObject({ section: z.literal(section), name: text, before: side, after: side } satisfies ShapeOf<Edit>);
};

const edit = z.discriminatedUnion('section', [
  editOf('settings', inCode(settings)),
  editOf('queues', z.null()),
  editOf('users', inCode(user)),
  editOf('externalApis', inCode(externalApi)),
  editOf('actionTypes', inCode(actionType)),
  editOf('caseTypes', inCode(caseType)),
]);

/** Its type says that what it lets through is what the engine calls a world. */
export const worldJson: z.ZodType<WorldJson> = z.strictObject({
  startAt: instant,
  seed: z.int(),
  settings: inCode(settings),
  queues: z.array(text),
  users: entriesOf(inCode(user)),
  externalApis: entriesOf(externalApiState),
  actionTypes: entriesOf(inCode(actionType)),
  caseTypes: entriesOf(inCode(caseType)),
  cases: entriesBy(({ ref }) => ref, workCase),
  actions: entriesBy(({ ref }) => ref, action),
  caseNumbers: entriesOf(count),
  aliases: entriesOf(text),
  notifications: entriesOf(z.array(notification)),
  plannedLaunches: entriesBy(({ id }) => id, plannedLaunch),
  plannedResponses: entriesBy(({ id }) => id, plannedResponse),
  timelines: entriesOf(z.array(fact)),
  timelineOrders: entriesOf(z.array(text)),
  sequence: count,
  edits: z.strictObject({ done: z.array(edit), undone: z.array(edit) } satisfies ShapeOf<Edits>),
} satisfies ShapeOf<WorldJson>);
