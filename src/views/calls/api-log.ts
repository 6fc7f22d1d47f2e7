/**
 * The calls that external APIs got, of all Actions together, newest first. Timelines only grow, so each look reads what was
 * added since the last one: a look costs as much as happened since, not as much as ever happened.
 */

import { UNHEEDED_KEPT } from '../../engine/response/unheeded.ts';
import type { CustomData } from '../../shared/definitions.ts';
import type { Fact, ResponseVerdict } from '../../shared/facts.ts';
import type { ActionRef, CallResult, CallTrigger, Instant, ResponseBody } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

/** How many calls an API's log shows; the older ones are counted only. */
export const API_LOG_LIMIT = 1_000;

/** A response that came to an Action, and what the rules made of it. */
export interface LoggedResponse {
  readonly at: Instant;
  readonly verdict: ResponseVerdict;
  readonly httpStatus: number;
  /** `null` where it could not be read. */
  readonly body: ResponseBody | null;
}

export interface LoggedCall {
  readonly actionRef: ActionRef;
  readonly callNumber: number;
  readonly trigger: CallTrigger;
  readonly by: string;
  /** 0 for the first call, which is no retry (R2). */
  readonly retryNumber: number;
  readonly startedAt: Instant;
  readonly url: string;
  /** The `Action` part of the request's body. */
  readonly action: CustomData;
  /** `cut off`: the Action went on before the call had its result (R39). */
  readonly state: 'in flight' | 'connected' | 'failed' | 'cut off';
  readonly result: CallResult | null;
  /** The call really went out; known once it has its result. */
  readonly isReal: boolean;
  readonly endedAt: Instant | null;
  /** What came after this call and before the Action's next one, oldest first. */
  readonly responses: readonly LoggedResponse[];
}

export interface ApiLog {
  /** Newest first, at most `API_LOG_LIMIT`; another array only where something in it changed. */
  readonly calls: readonly LoggedCall[];
  readonly callCount: number;
  readonly connectedCount: number;
  readonly failedCount: number;
}

const NO_CALLS: ApiLog = { calls: [], callCount: 0, connectedCount: 0, failedCount: 0 };

/** A call in the log; replaced when it ends. `order` settles ties within one instant. */
interface Entry {
  call: LoggedCall;
  readonly order: number;
}

interface Log {
  /** Newest first once `isSorted`. */
  entries: Entry[];
  isSorted: boolean;
  shown: ApiLog;
  isChanged: boolean;
  callCount: number;
  connectedCount: number;
  failedCount: number;
}

/** Where an Action's latest call stands. */
interface Latest {
  readonly log: Log;
  readonly entry: Entry;
}

/** Gives the log of each API of a world; remembers what it has read, and starts afresh with another world. */
export function createApiLogs(limit = API_LOG_LIMIT): (world: World) => (externalApi: string) => ApiLog {
  let readWorld: World | null = null;
  let logs = new Map<string, Log>();
  let reads = new Map<ActionRef, Read>();
  let latest = new Map<ActionRef, Latest>();
  let order = 0;

  const started = (fact: Extract<Fact, { type: 'callStarted' }>) => {
    const log = logs.get(fact.externalApi) ?? emptyLog();
    logs.set(fact.externalApi, log);
    const { actionRef, callNumber, trigger, by, retryCount: retryNumber, url, action } = fact;
    const end = { state: 'in flight', result: null, isReal: false, endedAt: null, responses: [] } as const;
    const call = { actionRef, callNumber, trigger, by, retryNumber, startedAt: fact.at, url, action, ...end };
    const entry: Entry = { call, order: order++ };
    log.entries.push(entry);
    log.callCount += 1;
    log.isSorted = false;
    log.isChanged = true;
    latest.set(actionRef, { log, entry });
  };

  const planned = ({ actionRef, plan }: Extract<Fact, { type: 'callPlanned' }>) => {
    const call = latest.get(actionRef);
    if (!call || plan.real === undefined) return;
    call.entry.call = { ...call.entry.call, isReal: true };
    call.log.isChanged = true;
  };

  const ended = (actionRef: ActionRef, endedAt: Instant, state: LoggedCall['state'], result: CallResult | null) => {
    const call = latest.get(actionRef);
    if (call?.entry.call.state !== 'in flight') return;
    const { log, entry } = call;
    entry.call = { ...entry.call, state, result, endedAt };
    if (state === 'connected') log.connectedCount += 1;
    if (state === 'failed') log.failedCount += 1;
    log.isChanged = true;
  };

  const answered = ({ actionRef, at, verdict, httpStatus, body }: Extract<Fact, { type: 'responseReceived' }>) => {
    const call = latest.get(actionRef);
    if (!call) return;
    const { log, entry } = call;
    const responses = latestOf([...entry.call.responses, { at, verdict, httpStatus, body }]);
    entry.call = { ...entry.call, responses };
    log.isChanged = true;
  };

  const read = (fact: Fact) => {
    if (fact.type === 'callStarted') started(fact);
    else if (fact.type === 'callPlanned') planned(fact);
    else if (fact.type === 'callFailed') {
      ended(fact.actionRef, fact.at, 'failed', { connected: false, failure: fact.failure });
    } else if (fact.type === 'connected') {
      ended(fact.actionRef, fact.at, 'connected', { connected: true, status: fact.status });
    } else if (fact.type === 'responseReceived') {
      answered(fact);
    } else if (fact.type === 'callCutOff' || (fact.type === 'statusChanged' && fact.phase !== 'calling')) {
      // Timelines of before version 4 did not say that a call was cut off: the status did.
      ended(fact.actionRef, fact.at, 'cut off', null);
    }
  };

  return (world) => {
    if (world !== readWorld) {
      readWorld = world;
      logs = new Map();
      reads = new Map();
      latest = new Map();
    }
    for (const ref of world.actions.keys()) {
      const facts = world.timelines.get(ref) ?? [];
      const before = reads.get(ref);
      if (before?.facts === facts && before.count === facts.length) continue;
      for (let index = firstUnread(facts, before); index < facts.length; index += 1) read(facts[index] as Fact);
      reads.set(ref, { facts, count: facts.length });
    }
    return (externalApi) => {
      const log = logs.get(externalApi);
      return log ? shownLog(log, limit) : NO_CALLS;
    };
  };
}

/** How far a timeline was read. */
interface Read {
  readonly facts: readonly Fact[];
  readonly count: number;
}

/** Where a timeline goes on. Another took its place where the oldest response that changed nothing was taken off. */
function firstUnread(facts: readonly Fact[], before: Read | undefined): number {
  if (before === undefined) return 0;
  if (before.facts === facts) return before.count;
  const known = new Set(before.facts.slice(0, before.count));
  const index = facts.findIndex((fact) => !known.has(fact));
  return index < 0 ? facts.length : index;
}

/** As many as the timeline keeps: the oldest that changed nothing goes. */
function latestOf(responses: readonly LoggedResponse[]): readonly LoggedResponse[] {
  const unheeded = responses.filter(({ verdict }) => verdict !== 'accepted');
  return unheeded.length > UNHEEDED_KEPT ? responses.filter((response) => response !== unheeded[0]) : responses;
}

function emptyLog(): Log {
  return {
    entries: [],
    isSorted: true,
    shown: NO_CALLS,
    isChanged: false,
    callCount: 0,
    connectedCount: 0,
    failedCount: 0,
  };
}

function shownLog(log: Log, limit: number): ApiLog {
  if (!log.isSorted) {
    log.entries.sort((left, right) => right.call.startedAt - left.call.startedAt || right.order - left.order);
    log.entries.length = Math.min(log.entries.length, limit);
    log.isSorted = true;
  }
  if (log.isChanged) {
    const { callCount, connectedCount, failedCount } = log;
    log.shown = { calls: log.entries.map(({ call }) => call), callCount, connectedCount, failedCount };
    log.isChanged = false;
  }
  return log.shown;
}
