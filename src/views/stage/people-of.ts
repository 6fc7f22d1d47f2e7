/** Who knows of an Action, and who works on it: the two boxes of the stage. */
import type { Fact } from '../../shared/facts.ts';
import type { Action, Instant } from '../../shared/model.ts';
import { isType } from '../facts.ts';
import { describeProblem } from '../words/attention.ts';

/** Something a Case owner was told, to be read after *told at 09:31 that*. */
export interface Told {
  readonly at: Instant;
  readonly owner: string;
  readonly that: string;
}

/** What a Case owner was told about the Action, oldest first (R44, R47). `facts`: of the Action. */
export function toldOf(action: Action, facts: readonly Fact[]): Told[] {
  const that = `“${action.title}” ${describeProblem(action, facts)}`;
  return facts.filter(isType('escalated')).map(({ at, owner }) => ({ at, owner, that }));
}

/** With whom an Action is, in two lines at most; the first is *Nobody* while it waits for no person. */
export function workOf({ phase, status, assignee, queue }: Action): {
  readonly who: string;
  readonly how: string | null;
} {
  if (phase !== 'manual') return { who: 'Nobody', how: null };
  const where = queue === null ? null : `queue ${queue}`;
  if (assignee === null)
    return where === null ? { who: 'Nobody yet', how: null } : { who: `Queue ${queue}`, how: 'nobody yet' };
  const does = status === 'In Progress' ? 'works on it' : 'has it to do';
  return { who: assignee, how: where === null ? does : `${does}, ${where}` };
}
