/**
 * The calls that External APIs got, of all Actions together, newest first. Timelines only grow, so each look reads what was
 * added since the last one: a look costs as much as happened since, not as much as ever happened.
 */
import type { Fact } from '../../shared/facts.ts';
import type { ActionRef } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { type CallRecord, callAfter } from './calls.ts';

/** How many calls an API's log shows; the older ones are counted only. */
export const API_LOG_LIMIT = 1_000;

export interface ApiLog {
  /** Newest first, at most `API_LOG_LIMIT`; another array only where something in it changed. */
  readonly calls: readonly CallRecord[];
  readonly callCount: number;
  readonly connectedCount: number;
  readonly failedCount: number;
}

const NO_CALLS: ApiLog = { calls: [], callCount: 0, connectedCount: 0, failedCount: 0 };

/** A call in the log; replaced when it ends. `order` settles ties within one instant. */
interface Entry {
  call: CallRecord;
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

  const started = (call: CallRecord) => {
    const log = logs.get(call.externalApi) ?? emptyLog();
    logs.set(call.externalApi, log);
    const entry: Entry = { call, order: order++ };
    log.entries.push(entry);
    log.callCount += 1;
    log.isSorted = false;
    log.isChanged = true;
    latest.set(call.actionRef, { log, entry });
  };

  const read = (ref: ActionRef, fact: Fact) => {
    const known = latest.get(ref);
    const before = known?.entry.call ?? null;
    const call = callAfter(before, fact);
    if (call === null || call === before) return;
    if (known === undefined || call.callNumber !== before?.callNumber) {
      started(call);
      return;
    }
    const { log, entry } = known;
    entry.call = call;
    if (call.state !== before.state && call.state === 'connected') log.connectedCount += 1;
    if (call.state !== before.state && call.state === 'failed') log.failedCount += 1;
    log.isChanged = true;
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
      for (let index = firstUnread(facts, before); index < facts.length; index += 1) read(ref, facts[index] as Fact);
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
