/** What an expectation looks at in the world, in the words of the file, and whether it is as expected. */
import { findAction } from '../../engine/decide.ts';
import type { Expectation } from '../../shared/expectation.ts';
import { formatInstant, resolveInstant } from '../../shared/instant.ts';
import type { Action, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { errorBar } from '../../views/calls/error-bar.ts';
import { actionFields, caseFields, notificationFields } from '../../views/expected/fields.ts';
import { barInWords } from '../../views/expected/state.ts';
import { actionsInInbox, actionsInQueue, casesInInbox } from '../../views/rows/inbox.ts';
import { timelineOf } from '../../views/timeline/entries.ts';
import { type Mismatch, partialMatch, timelineMatch } from './expect.ts';

/** What can be looked at: the world and its clock. */
export interface Observed {
  readonly world: World;
  readonly now: Instant;
  readonly scheduledCount: number;
  readonly callbackBase: string;
}

/** What an expectation is about: `action C1/post-invoice`, `clock`. */
export function subjectOf(expectation: Expectation): string {
  const [kind = '', name] = Object.entries(expectation).find(([key]) => SUBJECTS.has(key)) ?? [];
  return typeof name === 'string' ? `${WORDS[kind] ?? kind} ${name}` : kind;
}
const SUBJECTS: ReadonlySet<string> = new Set([
  'action',
  'case',
  'notifications',
  'inbox',
  'queue',
  'externalApi',
  'clock',
]);
const WORDS: Readonly<Record<string, string>> = {
  notifications: 'notifications of',
  inbox: 'inbox of',
  externalApi: 'External API',
};

/** Every field that is not as expected; empty where all hold. */
export function checkExpectation(observed: Observed, expectation: Expectation): Mismatch[] {
  if ('action' in expectation) return checkAction(observed, expectation);
  if ('case' in expectation) return checkCase(observed, expectation);
  if ('notifications' in expectation) return checkNotifications(observed, expectation);
  if ('inbox' in expectation) return checkInbox(observed, expectation);
  if ('queue' in expectation) {
    const { queue, actions } = expectation;
    return compareMembers(observed, 'actions', actions, actionsInQueue(observed.world, queue).map(refOf));
  }
  if ('externalApi' in expectation) return checkExternalApi(observed, expectation);
  return checkClock(observed, expectation);
}

type Of<Key extends string> = Extract<Expectation, Record<Key, unknown>>;

function checkAction(observed: Observed, { action: reference, ...expected }: Of<'action'>): Mismatch[] {
  const { world } = observed;
  const action = findAction(world, reference);
  if (!action && !expectsNone(expected)) return [{ path: 'action', expected: reference, actual: null }];
  const { timeline, errorBar: bar, ...fields } = expected;
  return [
    ...partialMatch(fields, action ? actionFields(world, action) : {}, ''),
    ...(bar === undefined ? [] : checkErrorBar(world, action, bar)),
    ...(timeline === undefined
      ? []
      : timelineMatch(timeline, timelineOf(world.timelines.get(action?.ref ?? '')), 'timeline')),
  ];
}

/** `status: null` or `phase: null` says that there is no such Action or Case; whatever else is said needs one. */
function expectsNone({ status, phase }: { readonly status?: unknown; readonly phase?: unknown }): boolean {
  return status === null || phase === null;
}

type ExpectedBar = NonNullable<Of<'action'>['errorBar']>;

function checkErrorBar(world: World, action: Action | undefined, expected: ExpectedBar | null): Mismatch[] {
  const bar = action ? errorBar(action) : null;
  if (bar === null || expected === null)
    return partialMatch(expected, bar && barInWords(bar, world.startAt), 'errorBar');
  const { message, occurredAt, nextRetryAt, ...fields } = expected;
  return [
    ...instantMatch(occurredAt, bar.occurredAt, 'errorBar.occurredAt', world.startAt),
    ...instantMatch(nextRetryAt, bar.nextRetryAt, 'errorBar.nextRetryAt', world.startAt),
    ...partialMatch(fields, { retries: bar.retries, max: bar.max, canRetry: bar.canRetry }, 'errorBar'),
    // The message is prose: a part of it is enough.
    ...(message == null || !bar.message.toLowerCase().includes(message.toLowerCase())
      ? partialMatch(message, bar.message, 'errorBar.message')
      : []),
  ];
}

function checkCase(observed: Observed, { case: reference, ...expected }: Of<'case'>): Mismatch[] {
  const caseInstance = observed.world.cases.get(reference);
  if (!caseInstance) {
    if (!expectsNone(expected)) return [{ path: 'case', expected: reference, actual: null }];
    return partialMatch(expected, {}, '');
  }
  const { problemAction, ...fields } = expected;
  const wanted =
    problemAction == null ? expected : { ...fields, problemAction: canonical(observed.world, problemAction) };
  return partialMatch(wanted, caseFields(caseInstance), '');
}

function checkNotifications(
  observed: Observed,
  { notifications: user, last, ...expected }: Of<'notifications'>,
): Mismatch[] {
  const { last: latest, ...actual } = notificationFields(observed.world, user);
  const mismatches = partialMatch(expected, actual, '');
  if (last === undefined) return mismatches;
  const wanted = last?.action === undefined ? last : { ...last, action: canonical(observed.world, last.action) };
  return [...mismatches, ...partialMatch(wanted, latest, 'last')];
}

function checkInbox(observed: Observed, { inbox: user, cases, actions }: Of<'inbox'>): Mismatch[] {
  const casesThere = casesInInbox(observed.world, user).map(({ ref }) => ref);
  return [
    ...compareMembers(observed, 'cases', cases, casesThere),
    ...compareMembers(observed, 'actions', actions, actionsInInbox(observed.world, user).map(refOf)),
  ];
}

function checkExternalApi(
  observed: Observed,
  { externalApi: name, calls, lastRequest }: Of<'externalApi'>,
): Mismatch[] {
  const api = observed.world.externalApis.get(name);
  return [
    ...partialMatch(calls, api?.callCount, 'calls'),
    ...partialMatch(lastRequest, requestOf(observed, name), 'lastRequest'),
  ];
}

/** R3: the whole body, as the API got it. */
function requestOf({ world, callbackBase }: Observed, name: string) {
  const request = world.externalApis.get(name)?.lastRequest;
  if (!request) return null;
  const token = world.actions.get(request.actionRef)?.token;
  return { body: { Action: request.action, CallBackURL: `${callbackBase}/callbacks/${token}` } };
}

function checkClock(
  { world, now, scheduledCount }: Observed,
  { clock: { now: expectedNow, scheduled } }: Of<'clock'>,
): Mismatch[] {
  return [
    ...instantMatch(expectedNow, now, 'clock.now', world.startAt),
    ...partialMatch(scheduled, scheduledCount, 'clock.scheduled'),
  ];
}

/** Lists of references are sets: order is nobody's business. A number counts them. */
function compareMembers(
  { world }: Observed,
  path: string,
  expected: readonly string[] | number | undefined,
  actual: readonly string[],
): Mismatch[] {
  if (expected === undefined) return [];
  if (typeof expected === 'number') return partialMatch(expected, actual.length, path);
  const wanted = expected.map((reference) => canonical(world, reference)).sort();
  return partialMatch(wanted, [...actual].sort(), path);
}

const refOf = (action: Action) => action.ref;
const canonical = (world: World, reference: string) => findAction(world, reference)?.ref ?? reference;

/** Both sides are compared, and shown, in one form: since the scenario's start. */
function instantMatch(
  expected: string | null | undefined,
  actual: Instant | null,
  path: string,
  startAt: Instant,
): Mismatch[] {
  const wanted = expected == null ? expected : shownInstant(resolveInstant(expected, startAt), startAt);
  return partialMatch(wanted, shownInstant(actual, startAt), path);
}

function shownInstant(at: Instant | null, startAt: Instant): string | null {
  return at === null ? null : formatInstant(at, startAt);
}
