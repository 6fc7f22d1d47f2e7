/** Why a Case needs its owner (R44), in the words of the banner, the list and the inbox. */

import { counted } from '../../shared/counted.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Action } from '../../shared/model.ts';

/** What became of the problem Action, after its title: *could not connect after 5 retries* (R14), *could not be completed: …* (R47). */
export function describeProblem(action: Action, facts: readonly Fact[] | undefined): string {
  if (action.lastFailure !== null) {
    const { retryCount } = action;
    if (retryCount === 0) return 'could not connect, and no retries are set';
    return `could not connect after ${counted(retryCount, 'retry', 'retries')}`;
  }
  const closing = facts?.findLast((fact) => fact.type === 'statusChanged' && fact.to === 'Closed');
  const note = closing?.type === 'statusChanged' ? closing.note : undefined;
  return note ? `could not be completed: ${note}` : 'could not be completed';
}
