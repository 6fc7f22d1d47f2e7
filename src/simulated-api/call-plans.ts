/** The two ways a call can go, as plans; their keys always come in the same order, so that traces compare byte for byte. */
import { SECOND_MS } from '../shared/duration.ts';
import type { CallFailure, CallPlan, PlannedAnswer } from '../shared/model.ts';
import type { ConnectionFailure } from '../shared/words.ts';

/** A failure to connect (R7); the caller knows after `latencyMs`. */
export function failedPlan(failure: CallFailure, latencyMs: number): CallPlan {
  return { result: { connected: false, failure }, latencyMs, answers: [] };
}

/** A 2xx after `latencyMs`, then these answers, which are put in order of `afterMs`; equal ones stay as listed. */
export function acceptedPlan(status: number, latencyMs: number, answers: readonly PlannedAnswer[]): CallPlan {
  return {
    result: { connected: true, status },
    latencyMs,
    answers: answers.toSorted((one, other) => one.afterMs - other.afterMs),
  };
}

export function connectionFailure(kind: ConnectionFailure): CallFailure {
  return { kind };
}

/** A status outside 2xx. Retry-After travels in whole seconds: a part of one counts as a whole one. */
export function statusFailure(status: number, retryAfterMs?: number): CallFailure {
  const failure = { kind: 'status', status } as const;
  if (retryAfterMs === undefined) return failure;
  return { ...failure, retryAfterMs: Math.ceil(retryAfterMs / SECOND_MS) * SECOND_MS };
}

/** S4: an answer that takes longer than the call timeout does not count. Exactly at the timeout is still in time. */
export function isTooLate(latencyMs: number, callTimeoutMs: number): boolean {
  return latencyMs > callTimeoutMs;
}

/** S4: a call that hangs, or is answered too late, fails at the call timeout. */
export function withinTimeout(plan: CallPlan, callTimeoutMs: number): CallPlan {
  const hangs = !plan.result.connected && plan.result.failure.kind === 'hang';
  return hangs || isTooLate(plan.latencyMs, callTimeoutMs)
    ? failedPlan(connectionFailure('hang'), callTimeoutMs)
    : plan;
}
