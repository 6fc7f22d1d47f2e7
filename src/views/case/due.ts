/** When an Action was or is due (R33, R36): a closed one has no due date to wait for, but it had one. */
import type { Fact } from '../../shared/facts.ts';
import type { Action, Instant } from '../../shared/model.ts';
import { firstOf } from '../facts.ts';

/** `facts` are the Action's own; `null` where it never had a due date. */
export function dueDateOf({ dueAt }: Action, facts: readonly Fact[] = []): Instant | null {
  return dueAt ?? firstOf(facts, 'actionCreated')?.dueAt ?? null;
}
