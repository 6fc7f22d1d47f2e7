/** The schemas of what the world is made of, for the store and for those who read the stream of events. */
import { z } from 'zod';
import { customData, virtualTime } from './field-kinds.ts';
import { responseBody } from './inputs.ts';
import type {
  Action,
  CallFailure,
  CallPlan,
  Case,
  Delivery,
  LastFailure,
  Notification,
  PlannedAnswer,
  PlannedLaunch,
  PlannedResponse,
} from './model.ts';
import type { ShapeOf } from './shape-of.ts';
import { CONNECTION_FAILURES, PHASES, REASONS, RESOLUTION_METHODS, RESPONSE_CLOCKS, STATUSES } from './words.ts';

/** Virtual time in milliseconds. */
export const instant = virtualTime;
export const count = z.int().min(0);
const durationMs = z.int().min(0);

export const delivery = z
  .strictObject({
    body: responseBody.nullable(),
    token: z.enum(['right', 'wrong']),
    cut: z.strictObject({ bytes: count, isRepeat: z.boolean() }).exactOptional(),
  } satisfies ShapeOf<Delivery>)
  .meta({ id: 'Delivery', description: 'A response on its way to the callback.' });

export const callFailure = z
  .strictObject({
    kind: z.enum([...CONNECTION_FAILURES, 'status']),
    status: z.int().exactOptional(),
    retryAfterMs: durationMs.exactOptional(),
  } satisfies ShapeOf<CallFailure>)
  .meta({ id: 'CallFailure', description: 'Why a call did not connect.' });

const callResult = z.discriminatedUnion('connected', [
  z.strictObject({ connected: z.literal(true), status: z.int() }),
  z.strictObject({ connected: z.literal(false), failure: callFailure }),
]);

export const callPlan = z
  .strictObject({
    result: callResult,
    latencyMs: durationMs,
    answers: z.array(z.strictObject({ afterMs: durationMs, delivery } satisfies ShapeOf<PlannedAnswer>)),
    real: z.literal(true).exactOptional(),
  } satisfies ShapeOf<CallPlan>)
  .meta({ id: 'CallPlan', description: 'All that comes of one call.' });

const text = z.string();
const status = z.enum(STATUSES);
const reason = z.enum(REASONS);
const resolutionMethod = z.enum(RESOLUTION_METHODS).nullable();

export const action = z
  .strictObject({
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
  } satisfies ShapeOf<Action>)
  .meta({ id: 'ActionRecord', description: 'An Action as the simulator keeps it, in snapshots.' });

export const caseInstance = z
  .strictObject({
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
  } satisfies ShapeOf<Case>)
  .meta({ id: 'CaseRecord', description: 'A Case as the simulator keeps it, in snapshots.' });

export const notification = z
  .strictObject({
    sequence: count,
    at: instant,
    user: text,
    kind: text,
    caseRef: text,
    actionRef: text,
    read: z.boolean(),
  } satisfies ShapeOf<Notification>)
  .meta({ id: 'NotificationRecord', description: 'A notification as the simulator keeps it, in snapshots.' });

export const plannedLaunch = z
  .strictObject({
    id: text,
    sequence: count,
    at: instant,
    caseType: text,
    caseRef: text,
  } satisfies ShapeOf<PlannedLaunch>)
  .meta({ id: 'PlannedLaunch', description: 'A Case that is to be launched.' });

export const plannedResponse = z
  .strictObject({
    id: text,
    sequence: count,
    at: instant,
    actionRef: text,
    delivery,
  } satisfies ShapeOf<PlannedResponse>)
  .meta({ id: 'PlannedResponse', description: 'A response that is to arrive.' });
