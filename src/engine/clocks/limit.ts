/** What ends the wait of an API Action whatever its calls come to: the clocks that run since launch (R32–R36). */
import type { ActionType, Settings } from '../../shared/definitions.ts';
import type { Ending } from '../../shared/lab.ts';
import type { LifecycleEvent, Transition } from '../../shared/transition.ts';
import type { Phase } from '../../shared/words.ts';
import { transition } from '../action/lifecycle.ts';
import { retryPatternFor } from '../connection/retry.ts';
import { dueAtLaunch, responseDeadlineAtLaunch } from './timeout.ts';
import { RANK } from './timers.ts';

/** The ending that a row of the transition table brings; `null` if the life continues. */
export function endingOf(row: Transition | undefined): Ending | null {
  if (row?.to === 'closed') return row.resolutionMethod as Ending;
  return row?.to === 'manual' ? (`To Do: ${row.reason}` as Ending) : null;
}

/** The row that an event takes in a life of this Action type; `retryCount` is what matters of its past. */
export function rowIn(
  settings: Settings,
  actionType: ActionType,
  phase: Phase,
  event: LifecycleEvent,
  retryCount: number,
): Transition | undefined {
  return transition(phase, event, {
    responseExpected: actionType.responseExpected,
    retryCount,
    maximum: retryPatternFor(settings, actionType).max,
    autoComplete: actionType.autoCompleteOnTimeout,
    clockFromLaunch: settings.responseClock === 'launch',
    showsErrorBar: false,
  });
}

export interface Limit {
  /** Milliseconds since launch. */
  readonly afterMs: number;
  /** Its place among what happens at one instant (R37). */
  readonly rank: number;
  readonly event: Extract<LifecycleEvent, 'response timeout' | 'due date'>;
}

/** The first of the clocks that run since launch and end the wait; `null` if there is none (R34). */
export function limitSinceLaunch(settings: Settings, actionType: ActionType): Limit | null {
  const clocks = [
    {
      afterMs: responseDeadlineAtLaunch(settings, actionType, 0),
      rank: RANK.responseTimeout,
      event: 'response timeout',
    },
    { afterMs: dueAtLaunch(actionType, 0), rank: RANK.dueDate, event: 'due date' },
  ] as const;
  const limits = clocks.flatMap(({ afterMs, rank, event }): Limit[] => {
    const ends = endingOf(rowIn(settings, actionType, 'retry pending', event, 0)) !== null;
    return afterMs === null || !ends ? [] : [{ afterMs, rank, event }];
  });
  return limits.sort((left, right) => left.afterMs - right.afterMs || left.rank - right.rank)[0] ?? null;
}
