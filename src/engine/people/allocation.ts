/** Who gets an Action that moves to `To Do` (R40–R42). */
import type { Allocation, User } from '../../shared/definitions.ts';
import type { AllocationChoice } from '../../shared/facts.ts';

/** Where the work goes, and how that came about. */
export interface Allocated {
  readonly queue: string | null;
  readonly assignee: string | null;
  readonly choice: AllocationChoice;
}

/** R41: the queue is always set where the rule names one; the user if available, else the secondary user, else nobody. */
export function allocate(rule: Allocation | undefined, users: ReadonlyMap<string, User>): Allocated {
  const isAvailable = (name: string | undefined) => name !== undefined && users.get(name)?.available === true;
  const queue = rule?.queue ?? null;
  if (isAvailable(rule?.user)) return { queue, assignee: rule?.user ?? null, choice: 'user' };
  if (isAvailable(rule?.secondaryUser))
    return { queue, assignee: rule?.secondaryUser ?? null, choice: 'secondary user' };
  const named = rule?.user !== undefined || rule?.secondaryUser !== undefined;
  return { queue, assignee: null, choice: named ? 'nobody available' : 'no user named' };
}
