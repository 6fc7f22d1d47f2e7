/**
 * Facts as timelines hold them. Every key that a reader relies on is checked; keys that a later or earlier version knows are let
 * through, since a fact is never decided upon again and must not cost somebody the workspace.
 */
import { z } from 'zod';
import type { Fact } from '../../shared/facts.ts';
import { customData } from '../../shared/field-kinds.ts';
import { responseBody } from '../../shared/inputs.ts';
import { PHASES, REASONS, RESOLUTION_METHODS, RESPONSE_CLOCKS, STATUSES } from '../../shared/words.ts';
import { callFailure, callPlan, count, instant } from './input-schema.ts';

const text = z.string();
const at = instant;
const instantOrNull = instant.nullable();
const status = z.enum(STATUSES);
const reason = z.enum(REASONS);
const resolutionMethod = z.enum(RESOLUTION_METHODS).nullable();
const number = z.number();

type TimelineFact = Extract<Fact, { actionRef: string } | { caseRef: string }>;
/** What goes to a timeline: the facts of Actions and Cases, but for those that only plan what comes. */
type Told = Exclude<TimelineFact['type'], 'responsePlanned' | 'launchPlanned'>;

const ofAction = { at, actionRef: text };
const ofCase = { at, caseRef: text };

const facts = {
  actionCreated: {
    ...ofAction,
    caseRef: text,
    actionType: text,
    title: text,
    copy: count,
    // Unknown before version 3.
    place: text.optional(),
    stream: text.optional(),
    position: z.looseObject({ step: count, member: count }).optional(),
    alias: text.optional(),
    token: text.optional(),
    owner: text,
    by: text,
    maximum: count,
    dueAt: instantOrNull,
    responseDeadlineAt: instantOrNull,
    // Unknown before version 4.
    responseClock: z.enum(RESPONSE_CLOCKS).optional(),
  },
  callStarted: {
    ...ofAction,
    callNumber: count,
    trigger: z.enum(['first', 'automatic', 'manual']),
    by: text,
    retryCount: count,
    externalApi: text,
    url: text,
    action: customData,
  },
  callPlanned: { ...ofAction, callNumber: count, plan: callPlan },
  callFailed: { ...ofAction, callNumber: count, failure: callFailure, tookMs: number },
  callCutOff: { ...ofAction, callNumber: count, tookMs: number },
  connected: {
    ...ofAction,
    callNumber: count,
    status: z.int(),
    tookMs: number,
    responseExpected: z.boolean(),
    responseDeadlineAt: instantOrNull,
  },
  retryScheduled: {
    ...ofAction,
    retryNumber: count,
    nextRetryAt: instantOrNull,
    arithmetic: z.looseObject({
      firstMs: number,
      factor: number,
      capMs: number,
      jitter: number,
      draw: number.optional(),
      intervalMs: number,
    }),
  },
  maximumSaved: { ...ofAction, from: count, to: count, displayedMaximum: count, by: text },
  statusChanged: {
    ...ofAction,
    from: status.nullable(),
    to: status,
    phase: z.enum(PHASES),
    reason,
    resolutionMethod,
    by: text,
    note: text.optional(),
    keepsErrorBar: z.boolean().optional(),
  },
  allocated: {
    ...ofAction,
    queue: text.nullable(),
    assignee: text.nullable(),
    choice: z.enum(['user', 'secondary user', 'nobody available', 'no user named', 'taken', 'unassigned']),
    by: text,
  },
  responseReceived: {
    ...ofAction,
    verdict: z.enum(['accepted', 'duplicate', 'conflicting', 'late', 'malformed', 'wrong token']),
    httpStatus: z.int(),
    body: responseBody.nullable(),
    cutFromBytes: number.optional(),
  },
  becameOverdue: { ...ofAction },
  escalated: { ...ofAction, caseRef: text, owner: text },
  caseCreated: {
    ...ofCase,
    caseType: text.nullable(),
    owner: text,
    data: customData,
    process: z.array(z.array(text)),
  },
  caseStatusChanged: {
    ...ofCase,
    from: status,
    to: status,
    reason,
    resolutionMethod,
    by: text,
    needsAttention: z.boolean(),
    problemAction: text.nullable(),
  },
  processStepStarted: { ...ofCase, step: count },
  caseDataWritten: { ...ofCase, data: customData, by: text },
  casePaused: { ...ofCase, by: text },
  caseResumed: { ...ofCase, by: text },
} satisfies Record<Told, Record<string, z.ZodType>>;

const members = Object.entries(facts).map(([type, shape]) => z.looseObject({ type: z.literal(type), ...shape }));

/** A fact of a timeline. */
export const timelineFact = z.discriminatedUnion(
  'type',
  members as unknown as [(typeof members)[number]],
) as unknown as z.ZodType<Fact>;
