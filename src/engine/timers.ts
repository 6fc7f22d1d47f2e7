/**
 * What the world waits for, derived from the fields that imply it and never stored: cancelling is clearing the field. The
 * rank settles what happens first at one instant (R37), then creation order.
 */
import type { Occurrence } from '../shared/inputs.ts';
import type { Action, Instant, PlannedLaunch, PlannedResponse } from '../shared/model.ts';

/** R37, first to last. */
export const RANK = { people: 0, callResult: 1, response: 2, responseTimeout: 3, dueDate: 4, retry: 5 } as const;

export interface Timer {
  readonly at: Instant;
  readonly rank: number;
  readonly sequence: number;
  readonly input: Occurrence;
}

/** At most two: what its phase waits for, and its due date. */
export function timersOfAction(action: Action): Timer[] {
  const timers: Timer[] = [];
  const { ref: actionRef, sequence } = action;
  if (action.phase === 'calling' && action.plan !== null && action.callStartedAt !== null) {
    const at = action.callStartedAt + action.plan.latencyMs;
    timers.push({ at, rank: RANK.callResult, sequence, input: { type: 'callResultDue', actionRef } });
  } else if (action.phase === 'retry pending' && action.nextRetryAt !== null) {
    timers.push({ at: action.nextRetryAt, rank: RANK.retry, sequence, input: { type: 'retryDue', actionRef } });
  } else if (action.phase === 'awaiting response' && action.responseDeadlineAt !== null) {
    const at = action.responseDeadlineAt;
    timers.push({ at, rank: RANK.responseTimeout, sequence, input: { type: 'responseTimeout', actionRef } });
  }
  if (action.dueAt !== null && !action.overdue && action.phase !== 'closed') {
    timers.push({ at: action.dueAt, rank: RANK.dueDate, sequence, input: { type: 'dueDate', actionRef } });
  }
  return timers;
}

/** A Case that `launch … every` will create. */
export function timerOfLaunch({ id, at, sequence }: PlannedLaunch): Timer {
  return { at, rank: RANK.people, sequence, input: { type: 'plannedLaunch', id } };
}

/** An answer on its way from an external system. */
export function timerOfResponse({ id, at, sequence, actionRef, delivery }: PlannedResponse): Timer {
  return { at, rank: RANK.response, sequence, input: { type: 'response', actionRef, delivery, plannedId: id } };
}

/** Negative where `left` happens first. */
export function compareTimers(left: Timer, right: Timer): number {
  return left.at - right.at || left.rank - right.rank || left.sequence - right.sequence;
}
