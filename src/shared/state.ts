/**
 * What can be read of a workspace at one instant, in the words of expectations (scenario-format.md): what is read of an Action, a Case,
 * an inbox, a queue or an External API is itself an expectation that holds.
 */
import { z } from 'zod';
import { caseName, customData, jsonValue } from './field-kinds.ts';
import { PHASES, REASONS, RESOLUTION_METHODS, STATUSES } from './words.ts';

const text = z.string();
const count = z.int().min(0);
const person = text.nullable();
/** Instants in answers; files write them the same way. */
const since = text.meta({
  title: 'Since the start',
  description: "Since the scenario's start, as files write it: +31m.",
});
const at = z.iso.datetime().meta({ description: 'Virtual time, ISO 8601 in UTC.' });
const actionRef = text.describe('The Action: CASE/actionType, and the number of the copy from the second on.');
const caseRef = caseName.describe('The Case.');
const data = customData.describe('Custom data of the Case.');

const errorBarState = z
  .object({
    occurredAt: since.describe('When the latest failure happened: +31m.'),
    nextRetryAt: since.nullable().describe('When the next automatic retry will be; null where none will.'),
    retries: count.describe('How many retries were made.'),
    max: count.describe('The most there will be.'),
    canRetry: z.boolean().describe('Whether Retry can be clicked.'),
    message: text.describe('What it says.'),
  })
  .meta({ id: 'ErrorBar', description: 'What shows after a connection failure.' });

export const actionState = z
  .object({
    action: actionRef,
    status: z.enum(STATUSES).describe('What people see.'),
    phase: z.enum(PHASES).describe('What the engine is doing.'),
    reason: z.enum(REASONS).describe('Why it has its status.'),
    resolutionMethod: z.enum(RESOLUTION_METHODS).nullable().describe('How it was closed.'),
    rejectedReason: text.nullable().describe('Why the external system said no.'),
    retries: text.describe('Retries made, out of the most there will be: 4/7.'),
    calls: count.describe('How many calls were made.'),
    assignee: person.describe('The user who has it.'),
    queue: text.nullable().describe('The queue it is in.'),
    owner: person.describe('The Case owner, while the Action waits.'),
    overdue: z.boolean().describe('Whether its due date has passed.'),
    errorBar: errorBarState.nullable().describe('What shows after a connection failure; null if no bar is shown.'),
    data,
  })
  .meta({ id: 'Action', description: 'An Action as expectations see it.' });
export type ActionState = z.output<typeof actionState>;

export const caseState = z
  .object({
    case: caseRef,
    status: z.enum(STATUSES).describe('What people see.'),
    needsAttention: z.boolean().describe('Whether the owner must act.'),
    reason: z.enum(REASONS).nullable().describe('Why it has its status.'),
    problemAction: actionRef.nullable().describe('The Action that needs attention.'),
    paused: z.boolean().describe('Whether it is paused.'),
    data,
    actions: count.describe('How many Actions it has.'),
  })
  .meta({ id: 'Case', description: 'A Case as expectations see it.' });
export type CaseState = z.output<typeof caseState>;

export const timelineEntryState = z
  .object({
    at,
    since,
    kind: text.describe('What it is about: call, status change, …'),
    who: text.describe('System, Integration or a person.'),
    text: text.describe('What happened.'),
  })
  .meta({ id: 'TimelineEntry', description: 'One entry of a timeline, as in a trace.' });
export type TimelineEntryState = z.output<typeof timelineEntryState>;

export const notificationState = z
  .object({
    at,
    since,
    kind: text.describe('Its kind.'),
    case: caseRef.describe('The Case it names.'),
    action: actionRef.describe('The Action it names.'),
    read: z.boolean().describe('Whether the user has seen it.'),
  })
  .meta({ id: 'Notification', description: 'Something a user was told.' });
export type NotificationState = z.output<typeof notificationState>;

/** The body of a call (R3). */
const requestBody = z
  .object({
    Action: customData.describe('What the Action type sends, with the names of the Action and its Case.'),
    CallBackURL: text.describe('Where the response is sent to.'),
  })
  .meta({ id: 'RequestBody', description: 'What an External API gets with a call.' });

export const requestState = z
  .object({
    at,
    since,
    action: actionRef,
    call: count.describe('Which of the calls of the Action, from 1.'),
    body: requestBody,
  })
  .meta({ id: 'ApiRequest', description: 'One call that an External API got.' });
export type RequestState = z.output<typeof requestState>;

export const clockReading = z
  .object({
    now: since.describe("Where virtual time stands, since the scenario's start: +31m."),
    at: at.describe('The same as ISO 8601 in UTC.'),
    startAt: at.describe('Where virtual time began, ISO 8601 in UTC.'),
    scheduled: count.describe('How many events are scheduled.'),
    playing: z.boolean().describe('Whether virtual time runs by itself.'),
    speed: z.number().describe('Virtual over real time while it does.'),
    next: z
      .object({
        at,
        since,
        kind: text.describe('retry, call result, response, response timeout, due date or launch.'),
        subject: text.describe('The Action or Case it is about.'),
        text: text.describe('What it is.'),
      })
      .nullable()
      .describe('What is scheduled next; null where nothing is.'),
  })
  .meta({ id: 'Clock', description: 'Virtual time.' });
export type ClockReading = z.output<typeof clockReading>;

/** The most entries that a list answers with at a time. */
const PAGE_LIMIT = 1_000;
const DEFAULT_PAGE = 100;

const OFFSET_EXPECTED = 'expected a whole number from 0';
const LIMIT_EXPECTED = `expected a whole number from 1 to ${PAGE_LIMIT}`;

/** Which part of a list, oldest first. */
export const page = {
  offset: z.int(OFFSET_EXPECTED).min(0, OFFSET_EXPECTED).default(0).describe('How many to pass over.'),
  limit: z
    .int(LIMIT_EXPECTED)
    .min(1, LIMIT_EXPECTED)
    .max(PAGE_LIMIT, LIMIT_EXPECTED)
    .default(DEFAULT_PAGE)
    .describe('The most to answer with.'),
};
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** What every answer with a part of a list says of the whole. */
const ofPage = {
  total: count.describe('How many there are in all.'),
  next: count.nullable().describe('The offset of what follows; null where this is the end.'),
};
const pageOf = <Key extends string, Item extends z.ZodType>(id: string, key: Key, item: Item) =>
  z
    .object({ [key]: z.array(item), ...ofPage } as { [K in Key]: z.ZodArray<Item> } & typeof ofPage)
    .meta({ id, description: 'A part of a list, oldest first.' });

export const actionPage = pageOf('ActionPage', 'actions', actionState);
export const casePage = pageOf('CasePage', 'cases', caseState);
export const timelinePage = pageOf('TimelinePage', 'entries', timelineEntryState);
export const notificationPage = pageOf('NotificationPage', 'notifications', notificationState);
export const requestPage = pageOf('ApiRequestPage', 'requests', requestState);

/** All of a workspace at a glance: counts of all there is, and the beginning of what there may be many of. */
export const workspaceReading = z
  .object({
    title: text.describe('The name of the workspace.'),
    clock: clockReading,
    cases: casePage,
    actions: actionPage,
    inboxes: z.array(
      z
        .object({
          inbox: text.describe('The user.'),
          cases: count.describe('How many Cases need this owner’s attention.'),
          actions: count.describe('How many open Actions this user has.'),
        })
        .meta({ id: 'Inbox', description: 'How much a user has to do.' }),
    ),
    queues: z.array(
      z
        .object({ queue: text.describe('The queue.'), actions: count.describe('How many open Actions are in it.') })
        .meta({ id: 'Queue', description: 'How much is in a queue.' }),
    ),
    notifications: z.array(
      z
        .object({ notifications: text.describe('The user.'), count: count.describe('How many this user was sent.') })
        .meta({ id: 'NotificationCount', description: 'How often a user was told something.' }),
    ),
    externalApis: z.array(
      z
        .object({ externalApi: text.describe('The External API.'), calls: count.describe('How many calls it got.') })
        .meta({ id: 'ExternalApiCalls', description: 'How often an External API was called.' }),
    ),
  })
  .meta({ id: 'State', description: 'A workspace at one instant.' });
export type WorkspaceReading = z.output<typeof workspaceReading>;

/** Whether an expectation holds, and every field in which it does not. */
export const checkedExpectation = z
  .object({
    passed: z.boolean(),
    mismatches: z.array(
      z
        .object({
          path: text.describe('The field that was compared: errorBar.retries.'),
          expected: jsonValue,
          actual: jsonValue,
        })
        .meta({ id: 'Mismatch', description: 'One field that is not as expected; null where there is nothing.' }),
    ),
  })
  .meta({ id: 'ExpectationResult', description: 'Whether an expectation holds.' });
export type CheckedExpectation = z.output<typeof checkedExpectation>;
