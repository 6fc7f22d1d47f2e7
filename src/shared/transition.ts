/** The shape of the table of an Action's life (behaviour.md §12); the table itself is one of the rules, `lifecycle.ts`. */
import type { Phase, Reason, ResolutionMethod, Status } from './words.ts';

export type LifecycleEvent =
  | 'accepted'
  | 'failed'
  | 'retry due'
  | 'Retry clicked'
  | 'maximum saved'
  | 'successful response'
  | 'unsuccessful response'
  | 'response timeout'
  | 'due date'
  | 'take'
  | 'unassign'
  | 'complete'
  | 'unable to complete'
  | 'Case reworked'
  | 'Case cancelled';

/** What a guard may look at. */
export interface GuardContext {
  readonly responseExpected: boolean;
  readonly retryCount: number;
  readonly maximum: number;
  readonly autoComplete: boolean;
  /** The response clock of this Action started at launch (R35). */
  readonly clockFromLaunch: boolean;
  readonly showsErrorBar: boolean;
}

/** What must hold for a row to be taken, in the words of the table. */
export type Guard =
  | 'response expected'
  | 'no response expected'
  | 'n < M'
  | 'n ≥ M'
  | 'auto-complete'
  | 'no auto-complete'
  | 'clock from launch'
  | 'error bar shown';

/** What goes along with a move, beyond the new phase and status. */
export type Effect =
  | 'start a call'
  | 'cut the call off'
  | 'schedule a retry'
  | 'start the response clock'
  | 'escalate'
  | 'keep the error bar'
  | 'show the maximum'
  | 'allocate'
  | 'write data'
  | 'Case goes on'
  | 'mark overdue';

export interface Transition {
  readonly from: Phase;
  readonly event: LifecycleEvent;
  readonly guard?: Guard;
  readonly to: Phase;
  readonly status?: Status;
  readonly reason?: Reason;
  readonly resolutionMethod?: ResolutionMethod;
  readonly effects: readonly Effect[];
  readonly rules: readonly string[];
}
