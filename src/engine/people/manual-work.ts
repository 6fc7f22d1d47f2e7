/** What people do with an Action that is theirs to do (R47, R50). */
import { type Rejection, reject } from '../../shared/errors.ts';
import type { ActionFact, Fact } from '../../shared/facts.ts';
import type { Action, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { factsOfMove, moveFor } from '../action/move.ts';

/** A person's first update: `To Do` becomes `In Progress` and theirs. */
export function take(world: World, action: Action, by: string, at: Instant): Fact[] | Rejection {
  const row = moveFor(world, action, 'take');
  if (!row) return notManual(action, 'taken');
  if (action.status === 'In Progress') {
    return reject(
      'notAllowed',
      `${action.assignee ?? 'Somebody'} is working on ${action.ref}. It must be unassigned first.`,
      'R50',
    );
  }
  return [...factsOfMove(world, action, row, at, { by }), assigned(action, by, 'taken', by, at)];
}

/** Gives it back: `To Do`, in its queue, nobody's. */
export function unassign(world: World, action: Action, by: string, at: Instant): Fact[] | Rejection {
  const row = moveFor(world, action, 'unassign');
  if (!row) return notManual(action, 'unassigned');
  if (action.assignee === null) return reject('notAllowed', `${action.ref} is not assigned to anybody.`, 'R50');
  const back = action.status === 'In Progress' ? factsOfMove(world, action, row, at, { by }) : [];
  return [...back, assigned(action, null, 'unassigned', by, at)];
}

/** *Complete*: `Resolved`, then `Closed`, `Done Successfully`, and the Case continues. */
export function complete(world: World, action: Action, by: string, at: Instant): Fact[] | Rejection {
  const row = moveFor(world, action, 'complete');
  if (!row) return notManual(action, 'completed');
  const resolved = { ...row, to: 'manual', status: 'Resolved' } as const;
  return [
    ...firstUpdate(world, action, by, at),
    ...factsOfMove(world, { ...action, status: 'In Progress' }, resolved, at, { by }),
    ...factsOfMove(world, { ...action, status: 'Resolved' }, row, at, { by }),
  ];
}

/** *Unable to complete*, with a reason: closed and escalated (R47). */
export function unableToComplete(
  world: World,
  action: Action,
  by: string,
  note: string | undefined,
  at: Instant,
): Fact[] | Rejection {
  const row = moveFor(world, action, 'unable to complete');
  if (!row) return notManual(action, 'given up');
  return [
    ...firstUpdate(world, action, by, at),
    ...factsOfMove(world, { ...action, status: 'In Progress' }, row, at, { by, note }),
  ];
}

/** Finishing an Action that nobody had taken is its person's first update too. */
function firstUpdate(world: World, action: Action, by: string, at: Instant): Fact[] {
  const row = action.status === 'To Do' ? moveFor(world, action, 'take') : undefined;
  return row ? [...factsOfMove(world, action, row, at, { by }), assigned(action, by, 'taken', by, at)] : [];
}

function assigned(
  action: Action,
  assignee: string | null,
  choice: 'taken' | 'unassigned',
  by: string,
  at: Instant,
): ActionFact {
  return { type: 'allocated', at, actionRef: action.ref, queue: action.queue, assignee, choice, by };
}

function notManual(action: Action, verb: string): Rejection {
  return action.phase === 'closed'
    ? reject('closed', `${action.ref} is closed; it can no longer be ${verb}.`, 'R15')
    : reject(
        'notAllowed',
        `${action.ref} is being run by the simulator (${action.phase}); it can be ${verb} once it is To Do.`,
        'R50',
      );
}
