/**
 * What the world waits for, derived from the fields that imply it and never stored: cancelling is clearing the field. The
 * rank settles what happens first at one instant (R37), then the creation order of the Actions, then the order of scheduling.
 */
import type { Occurrence } from '../../shared/inputs.ts';
import type { Action, Instant, PlannedLaunch, PlannedResponse } from '../../shared/model.ts';
import { orNever } from './end-of-time.ts';

/** R37, first to last, at one instant. */
export const RANK = { people: 0, callResult: 1, response: 2, responseTimeout: 3, dueDate: 4, retry: 5 } as const;

export interface Timer {
  readonly at: Instant;
  readonly rank: number;
  /** The creation order of the Action or the launch concerned. */
  readonly sequence: number;
  /** The order in which timers of one Action were scheduled; 0 where it has one of that rank only. */
  readonly order: number;
  readonly input: Occurrence;
}

/** At most three: what its phase waits for, its response clock, its due date. */
export function timersOfAction(action: Action): Timer[] {
  const timers: Timer[] = [];
  const { phase, plan, callStartedAt, nextRetryAt, responseDeadlineAt, dueAt } = action;
  if (phase === 'calling' && plan !== null && callStartedAt !== null) {
    const endsAt = orNever(callStartedAt + plan.latencyMs);
    if (endsAt !== null) timers.push(timerOf(action, endsAt, RANK.callResult, 'callResultDue'));
  } else if (phase === 'retry pending' && nextRetryAt !== null) {
    timers.push(timerOf(action, nextRetryAt, RANK.retry, 'retryDue'));
  }
  if (responseDeadlineAt !== null) {
    timers.push(timerOf(action, responseDeadlineAt, RANK.responseTimeout, 'responseTimeout'));
  }
  if (dueAt !== null && !action.overdue) timers.push(timerOf(action, dueAt, RANK.dueDate, 'dueDate'));
  return timers;
}

function timerOf(
  { ref: actionRef, sequence }: Action,
  at: Instant,
  rank: number,
  type: 'callResultDue' | 'retryDue' | 'responseTimeout' | 'dueDate',
): Timer {
  return { at, rank, sequence, order: 0, input: { type, actionRef } };
}

/** A Case that `launch … every` will create. */
export function timerOfLaunch({ id, at, sequence }: PlannedLaunch): Timer {
  return { at, rank: RANK.people, sequence, order: 0, input: { type: 'plannedLaunch', id } };
}

/** An answer on its way from an external system to `action`. */
export function timerOfResponse(
  { id, at, sequence: order, actionRef, delivery }: PlannedResponse,
  action: Action,
): Timer {
  const input: Occurrence = { type: 'response', actionRef, delivery, plannedId: id };
  return { at, rank: RANK.response, sequence: action.sequence, order, input };
}

/** Negative where `left` happens first. */
export function compareTimers(left: Timer, right: Timer): number {
  return left.at - right.at || left.rank - right.rank || left.sequence - right.sequence || left.order - right.order;
}
