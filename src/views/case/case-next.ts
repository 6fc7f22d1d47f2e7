/** What a Case waits for next: the first of its Actions' timers, in few words: *in 4 min* follows. */
import { compareTimers, timersOfAction } from '../../engine/clocks/timers.ts';
import type { Action, ActionRef, Instant } from '../../shared/model.ts';

export interface CaseNext {
  readonly at: Instant;
  readonly actionRef: ActionRef;
  /** `retry 3 of 5`, `call 4 ends`, `timeout`, `due`. */
  readonly text: string;
}

/** The next thing that happens by itself to one of `actions`, or `null`. */
export function nextOf(actions: readonly Action[]): CaseNext | null {
  let first: { timer: ReturnType<typeof timersOfAction>[number]; action: Action } | null = null;
  for (const action of actions) {
    if (action.phase === 'closed') continue;
    for (const timer of timersOfAction(action)) {
      if (first === null || compareTimers(timer, first.timer) < 0) first = { timer, action };
    }
  }
  if (first === null) return null;
  const { timer, action } = first;
  return { at: timer.at, actionRef: action.ref, text: describe(timer.input.type, action) };
}

function describe(type: ReturnType<typeof timersOfAction>[number]['input']['type'], action: Action): string {
  switch (type) {
    case 'retryDue':
      return `retry ${action.retryCount + 1} of ${action.displayedMaximum}`;
    case 'callResultDue':
      return `call ${action.callCount} ends`;
    case 'responseTimeout':
      return 'timeout';
    default:
      return 'due';
  }
}
