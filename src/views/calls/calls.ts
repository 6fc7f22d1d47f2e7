/** The calls of an Action with their results, read from its timeline. */
import type { CustomData } from '../../shared/definitions.ts';
import type { Fact } from '../../shared/facts.ts';
import type { CallResult, CallTrigger, Instant } from '../../shared/model.ts';

export interface CallRecord {
  /** Starts at 1; the first call is not a retry (R2). */
  readonly callNumber: number;
  readonly trigger: CallTrigger;
  readonly by: string;
  readonly startedAt: Instant;
  readonly url: string;
  readonly externalApi: string;
  /** The `Action` part of the request's body. */
  readonly action: CustomData;
  /** Absent while the call is in flight, and where it was cut off. */
  readonly result: CallResult | null;
  /** The Action went on before the call had its result (R39). */
  readonly isCutOff: boolean;
  readonly endedAt: Instant | null;
}

/** Every call, first to last. */
export function callsOf(facts: readonly Fact[] | undefined): CallRecord[] {
  const calls: CallRecord[] = [];
  const end = (callNumber: number, at: Instant, result: CallResult | null) => {
    const index = calls.findIndex((call) => call.callNumber === callNumber);
    const call = calls[index];
    if (call) calls[index] = { ...call, result, isCutOff: result === null, endedAt: at };
  };
  for (const fact of facts ?? []) {
    if (fact.type === 'callStarted') {
      const { callNumber, trigger, by, at: startedAt, url, externalApi, action } = fact;
      const end = { result: null, isCutOff: false, endedAt: null };
      calls.push({ callNumber, trigger, by, startedAt, url, externalApi, action, ...end });
    } else if (fact.type === 'callFailed') end(fact.callNumber, fact.at, { connected: false, failure: fact.failure });
    else if (fact.type === 'callCutOff') end(fact.callNumber, fact.at, null);
    else if (fact.type === 'connected') end(fact.callNumber, fact.at, { connected: true, status: fact.status });
    else if (fact.type === 'statusChanged' && fact.phase !== 'calling') {
      // Timelines of before version 4 did not say that a call was cut off.
      const last = calls.at(-1);
      if (last?.endedAt === null) end(last.callNumber, fact.at, null);
    }
  }
  return calls;
}
