/** What an expectation looks at in the world, in the words of the file, and whether it is as expected. */
import { findAction } from '../../engine/decide.ts';
import { type Comparison, isComparison, mapCompared } from '../../shared/comparison.ts';
import { type Expectation, expectationSchemas } from '../../shared/expectation.ts';
import { formatInstant, resolveInstant } from '../../shared/instant.ts';
import type { Action, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { errorBar } from '../../views/calls/error-bar.ts';
import { requestBody, requestsOf } from '../../views/calls/requests.ts';
import { actionFields, caseFields, notificationFields } from '../../views/expected/fields.ts';
import { barInWords } from '../../views/expected/state.ts';
import { actionsInInbox, actionsInQueue, casesInInbox } from '../../views/rows/inbox.ts';
import { timelineOf } from '../../views/timeline/entries.ts';
import { countActions, countCases } from './count-world.ts';
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
  return typeof name === 'string' ? `${WORDS[kind] ?? kind} ${name}` : (WORDS[kind] ?? kind);
}
const SUBJECTS: ReadonlySet<string> = new Set(Object.keys(expectationSchemas));
const WORDS: Readonly<Record<string, string>> = {
  notifications: 'notifications of',
  inbox: 'inbox of',
  externalApi: 'External API',
  actions: 'Actions',
  cases: 'Cases',
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
  if ('clock' in expectation) return checkClock(observed, expectation);
  const counted = 'actions' in expectation ? countActions : countCases;
  return partialMatch(expectation.count, counted(observed.world, expectation as never), 'count');
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
    ...(typeof message !== 'string' || !bar.message.toLowerCase().includes(message.toLowerCase())
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
  const wanted = { ...fields, problemAction: canonicalIn(observed.world, problemAction) };
  return partialMatch(wanted, caseFields(caseInstance), '');
}

function checkNotifications(
  observed: Observed,
  { notifications: user, last, ...expected }: Of<'notifications'>,
): Mismatch[] {
  const { last: latest, ...actual } = notificationFields(observed.world, user);
  const mismatches = partialMatch(expected, actual, '');
  if (last === undefined) return mismatches;
  const wanted = last && { ...last, action: canonicalIn(observed.world, last.action) };
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
  { externalApi: name, calls, lastRequest, requests }: Of<'externalApi'>,
): Mismatch[] {
  const api = observed.world.externalApis.get(name);
  return [
    ...(requests === undefined ? [] : checkRequests(observed, name, requests)),
    ...partialMatch(calls, api?.callCount, 'calls'),
    ...partialMatch(lastRequest, requestOf(observed, name), 'lastRequest'),
  ];
}

function requestOf({ world, callbackBase }: Observed, name: string) {
  const request = world.externalApis.get(name)?.lastRequest;
  return request ? { body: requestBody(world, request, callbackBase) } : null;
}

type ExpectedRequests = NonNullable<Of<'externalApi'>['requests']>;

/** Looks for them in this order, others between them allowed; the mismatch is the first that is not found, and shows what is left. */
function checkRequests({ world, callbackBase }: Observed, name: string, expected: ExpectedRequests): Mismatch[] {
  const actual = requestsOf(world, name, callbackBase);
  let next = 0;
  for (const [index, { at, action, body }] of expected.entries()) {
    const found = actual.findIndex(
      (request, position) =>
        position >= next &&
        instantMatch(at, request.at, 'at', world.startAt).length === 0 &&
        (action === undefined || canonical(world, action) === request.actionRef) &&
        partialMatch(body, request.body, 'body').length === 0,
    );
    if (found < 0) {
      const left = actual.slice(next, next + SHOWN_REQUESTS);
      const shown = left.map((each) => ({ ...each, at: shownInstant(each.at, world.startAt) }));
      return [{ path: `requests[${index}]`, expected: expected[index], actual: shown }];
    }
    next = found + 1;
  }
  return [];
}

/** How many requests a mismatch shows. */
const SHOWN_REQUESTS = 10;

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
  expected: readonly string[] | number | Comparison<number> | undefined,
  actual: readonly string[],
): Mismatch[] {
  if (expected === undefined) return [];
  if (typeof expected === 'number' || isComparison(expected)) return partialMatch(expected, actual.length, path);
  const wanted = expected.map((reference) => canonical(world, reference)).sort();
  return partialMatch(wanted, [...actual].sort(), path);
}

const refOf = (action: Action) => action.ref;
const canonical = (world: World, reference: string) => findAction(world, reference)?.ref ?? reference;
const canonicalIn = (world: World, expected: string | null | undefined | Comparison<string | null>) =>
  mapCompared(expected, (reference) => (typeof reference === 'string' ? canonical(world, reference) : reference));

/** Compared in milliseconds, shown since the scenario's start. */
function instantMatch(
  expected: string | null | undefined | Comparison<string | null>,
  actual: Instant | null,
  path: string,
  startAt: Instant,
): Mismatch[] {
  if (expected === undefined) return [];
  const wanted = mapCompared(expected, (text) => (text === null ? null : resolveInstant(text, startAt)));
  if (partialMatch(wanted, actual, path).length === 0) return [];
  const shown = mapCompared(wanted, (at) => shownInstant(at, startAt));
  return [{ path, expected: shown, actual: shownInstant(actual, startAt) }];
}

function shownInstant(at: Instant | null, startAt: Instant): string | null {
  return at === null ? null : formatInstant(at, startAt);
}
