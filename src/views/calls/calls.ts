/**
 * The calls of an Action with their results, read from its timeline. Whoever wants to know of a call asks here: the Action's page,
 * its timeline chart, the request log, *Why?*.
 */
import { UNHEEDED_KEPT } from '../../engine/response/unheeded.ts';
import type { CustomData } from '../../shared/definitions.ts';
import type { Fact, FactOf } from '../../shared/facts.ts';
import type { ActionRef, CallPlan, CallResult, CallTrigger, Instant } from '../../shared/model.ts';

/** `cut off`: the Action went on before the call had its result (R39). */
export type CallState = 'in flight' | 'connected' | 'failed' | 'cut off';

/** One call; never changed, but replaced when more is known of it. */
export interface CallRecord {
  readonly actionRef: ActionRef;
  /** Starts at 1; the first call is not a retry (R2). */
  readonly callNumber: number;
  /** 0 for the first call. */
  readonly retryNumber: number;
  readonly trigger: CallTrigger;
  readonly by: string;
  readonly externalApi: string;
  readonly url: string;
  /** The `Action` part of the request's body. */
  readonly action: CustomData;
  readonly state: CallState;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Absent while the call is in flight, and where it was cut off. */
  readonly result: CallResult | null;
  /** All that comes of it, once the external system has decided: nothing for people before the call ends. */
  readonly plan: CallPlan | null;
  /** The call really went out; known once it has its result. */
  readonly isReal: boolean;
  /** What came after this call and before the Action's next one, oldest first; of what changed nothing, what the timeline keeps. */
  readonly responses: readonly FactOf<'responseReceived'>[];
  /** The fact by which it started, and the one by which it ended. */
  readonly start: FactOf<'callStarted'>;
  readonly end: Fact | null;
}

/** Every call, first to last. */
export function callsOf(facts: readonly Fact[] | undefined): CallRecord[] {
  const calls: CallRecord[] = [];
  let latest: CallRecord | null = null;
  for (const fact of facts ?? []) {
    const call = callAfter(latest, fact);
    if (call === null || call === latest) continue;
    if (call.callNumber === latest?.callNumber) calls[calls.length - 1] = call;
    else calls.push(call);
    latest = call;
  }
  return calls;
}

/** The call of this number; `undefined` where there was none yet. */
export function callNumbered(facts: readonly Fact[] | undefined, callNumber: number): CallRecord | undefined {
  return callsOf(facts).find((call) => call.callNumber === callNumber);
}

/** The Action's latest call; `undefined` where there was none yet. */
export function latestCall(facts: readonly Fact[] | undefined): CallRecord | undefined {
  return callsOf(facts).at(-1);
}

/**
 * The Action's latest call after one more fact of its timeline; the same object where the fact says nothing of it. At most one call
 * is in flight at a time (R13), so no other one can change.
 */
export function callAfter(latest: CallRecord | null, fact: Fact): CallRecord | null {
  if (fact.type === 'callStarted') return startedBy(fact);
  if (latest === null) return null;
  switch (fact.type) {
    case 'callPlanned': {
      const { plan, callNumber } = fact;
      return callNumber === latest.callNumber ? { ...latest, plan, isReal: plan.real === true } : latest;
    }
    case 'callFailed':
      return ended(latest, fact, 'failed', { connected: false, failure: fact.failure });
    case 'connected':
      return ended(latest, fact, 'connected', { connected: true, status: fact.status });
    case 'callCutOff':
      return ended(latest, fact, 'cut off', null);
    case 'statusChanged':
      // Timelines of before version 4 did not say that a call was cut off: the status did.
      return fact.phase === 'calling' ? latest : ended(latest, fact, 'cut off', null);
    case 'responseReceived':
      return { ...latest, responses: latestOf([...latest.responses, fact]) };
    default:
      return latest;
  }
}

function startedBy(start: FactOf<'callStarted'>): CallRecord {
  const {
    actionRef,
    callNumber,
    retryCount: retryNumber,
    trigger,
    by,
    externalApi,
    url,
    action,
    at: startedAt,
  } = start;
  const about = { actionRef, callNumber, retryNumber, trigger, by, externalApi, url, action, startedAt, start };
  return {
    ...about,
    state: 'in flight',
    endedAt: null,
    result: null,
    plan: null,
    isReal: false,
    responses: [],
    end: null,
  };
}

function ended(call: CallRecord, end: Fact, state: CallState, result: CallResult | null): CallRecord {
  return call.state === 'in flight' ? { ...call, state, result, end, endedAt: end.at } : call;
}

/** As many as the timeline keeps: the oldest that changed nothing goes. */
function latestOf(responses: readonly FactOf<'responseReceived'>[]): readonly FactOf<'responseReceived'>[] {
  const unheeded = responses.filter(({ verdict }) => verdict !== 'accepted');
  return unheeded.length > UNHEEDED_KEPT ? responses.filter((response) => response !== unheeded[0]) : responses;
}
