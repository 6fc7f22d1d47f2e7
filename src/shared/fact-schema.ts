/**
 * Facts as timelines hold them. Every key that a reader relies on is checked; keys that a later or earlier version knows are let
 * through, since a fact is never decided upon again and must not cost somebody the workspace.
 */
import { z } from 'zod';
import { apiSwitch } from './definitions.ts';
import { edit } from './edit-schema.ts';
import type { Fact } from './facts.ts';
import { customData } from './field-kinds.ts';
import { responseBody } from './inputs.ts';
import { callFailure, callPlan, count, delivery, instant } from './model-schema.ts';
import { PHASES, REASONS, RESOLUTION_METHODS, RESPONSE_CLOCKS, STATUSES } from './words.ts';

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

/** What happens to the world as a whole, and to nothing that has a timeline; told, and never stored. */
const worldFacts = {
  apiSwitched: { at, name: text, to: apiSwitch, by: text },
  definitionEdited: { at, edit, course: z.enum(['new', 'undo', 'redo']), by: text },
  casesNumbered: { at, prefix: text, last: count },
  launchPlanned: { at, id: text, launchAt: instant, caseType: text, caseRef: text },
  plannedLaunchReached: { at, id: text },
  responsePlanned: { at, id: text, responseAt: instant, actionRef: text, delivery },
  plannedResponseSent: { at, id: text },
  notificationsRead: { at, user: text },
  casesRemoved: { at, caseRefs: z.array(text) },
} satisfies Record<Exclude<Fact['type'], Told>, Record<string, z.ZodType>>;

const memberOf = ([type, shape]: [string, Record<string, z.ZodType>]) =>
  z
    .looseObject({ type: z.literal(type), ...shape })
    .meta({ id: `${type.charAt(0).toUpperCase()}${type.slice(1)}Fact` });
type Members = [ReturnType<typeof memberOf>];
const timelineMembers = Object.entries(facts).map(memberOf);
const worldMembers = Object.entries(worldFacts).map(memberOf);

/** A fact of a timeline. */
export const timelineFact = z.discriminatedUnion('type', timelineMembers as Members).meta({
  id: 'TimelineFact',
  description: 'What happened to an Action or a Case.',
}) as unknown as z.ZodType<Fact>;

/** Any fact. */
export const anyFact = z.discriminatedUnion('type', [...timelineMembers, ...worldMembers] as Members).meta({
  id: 'Fact',
  description: 'What happened; who folds the facts into a snapshot in their order has the world after them.',
}) as unknown as z.ZodType<Fact>;
