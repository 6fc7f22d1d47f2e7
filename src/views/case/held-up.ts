/**
 * What keeps a Case from going on though nobody is asked to act: the rules launch the next step only after an ending that
 * lets the Case go on (R46), and clearing the attention changes nothing about an Action that was not done (R49).
 */
import { letsCaseGoOn } from '../../engine/case/process.ts';
import type { Action, Case } from '../../shared/model.ts';
import type { CaseProcess } from './case-process.ts';

/**
 * Of all Actions of a Case, in order of creation, those that closed *Not Done Successfully* and were not started afresh since
 * (R14, R47, R49).
 */
export function failedActions(actions: readonly Action[]): Action[] {
  const newest = new Map(actions.map((action) => [action.place, action]));
  return [...newest.values()].filter(({ resolutionMethod }) => resolutionMethod === 'Not Done Successfully');
}

/** The Actions of the current step that closed without letting the Case go on: it stays there until each is relaunched. */
export function stuckActions({ currentStep }: Case, { steps }: CaseProcess): Action[] {
  return (steps[currentStep] ?? []).flatMap(({ copies }) => {
    const newest = copies.at(-1);
    return newest?.phase === 'closed' && !letsCaseGoOn(newest) ? [newest] : [];
  });
}

/** What to say that a Case is held up by: nothing while it needs attention, which says so itself (R44), or is not running. */
export function holdingUp(caseInstance: Case, process: CaseProcess): Action[] {
  return caseInstance.status === 'In Progress' && !caseInstance.needsAttention
    ? stuckActions(caseInstance, process)
    : [];
}

/** `held up by "Post invoice" and 1 more`; `null` where nothing holds it up. */
export function describeHoldUp(actions: readonly Action[]): string | null {
  const [first, ...others] = actions;
  if (first === undefined) return null;
  return `held up by "${first.title}"${others.length === 0 ? '' : ` and ${others.length} more`}`;
}
