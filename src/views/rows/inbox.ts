/** Who has what: the owner's inbox, a person's Actions, a queue's (R40, R44). */
import type { Action, Case } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

/** The Cases that need the attention of their owner. */
export function casesInInbox(world: World, user: string): Case[] {
  return [...world.cases.values()].filter((caseInstance) => caseInstance.needsAttention && caseInstance.owner === user);
}

/** The open Actions assigned to a person. */
export function actionsInInbox(world: World, user: string): Action[] {
  return [...world.actions.values()].filter((action) => action.assignee === user);
}

/** The open Actions in a queue, assigned or not. */
export function actionsInQueue(world: World, queue: string): Action[] {
  return [...world.actions.values()].filter((action) => action.queue === queue);
}
