/** How an Action stands after each of its facts, as far as its lane shows it: its status, its error bar, what it waits for. */
import type { ActionFact } from '../../shared/facts.ts';
import type { Action } from '../../shared/model.ts';
import type { Phase, ResolutionMethod, Status } from '../../shared/words.ts';
import { describeRetries } from '../words/call-words.ts';
import type { LaneState } from './lane.ts';

export interface Standing {
  readonly status: Status;
  readonly resolutionMethod: ResolutionMethod | null;
  readonly phase: Phase;
  /** `n` and `d`, as the error bar shows them (R8, R18). */
  readonly retries: number;
  readonly max: number;
  readonly showsErrorBar: boolean;
  readonly overdue: boolean;
}

/** Before the first fact. */
export const UNBORN: Standing = {
  status: 'Draft',
  resolutionMethod: null,
  phase: 'calling',
  retries: 0,
  max: 0,
  showsErrorBar: false,
  overdue: false,
};

export function standingAfter(before: Standing, fact: ActionFact): Standing {
  switch (fact.type) {
    case 'actionCreated':
      return { ...before, max: fact.maximum };
    case 'callStarted':
      return { ...before, phase: 'calling', retries: fact.retryCount };
    case 'callFailed':
      return { ...before, phase: 'retry pending', showsErrorBar: true };
    case 'connected':
      return { ...before, phase: 'awaiting response', showsErrorBar: false };
    case 'maximumSaved':
      return { ...before, max: fact.displayedMaximum };
    case 'becameOverdue':
      return { ...before, overdue: true };
    case 'statusChanged': {
      const { to: status, phase, resolutionMethod, keepsErrorBar = false } = fact;
      return { ...before, status, phase, resolutionMethod, showsErrorBar: keepsErrorBar && before.showsErrorBar };
    }
    default:
      return before;
  }
}

/** The same, read off the Action as it stands now. */
export function standingOf(action: Action): Standing {
  const { status, resolutionMethod, phase, retryCount, displayedMaximum, lastFailure, overdue } = action;
  const showsErrorBar = lastFailure !== null;
  return { status, resolutionMethod, phase, retries: retryCount, max: displayedMaximum, showsErrorBar, overdue };
}

export function stateOf(standing: Standing, isNew: boolean): LaneState {
  const { status, resolutionMethod, overdue } = standing;
  const details = [waitsFor(standing), overdue && status !== 'Closed' ? 'overdue' : null].filter(
    (each) => each !== null,
  );
  return { status, resolutionMethod, detail: details.length === 0 ? null : details.join(', '), isNew };
}

/** In the words of the error bar where it shows (R9). */
function waitsFor({ phase, retries, max, showsErrorBar }: Standing): string | null {
  if (phase === 'calling') return showsErrorBar ? `retrying now, retry ${retries} of ${max}` : 'calling';
  if (showsErrorBar) return describeRetries(retries, max);
  return phase === 'awaiting response' ? 'for the response' : null;
}
