/**
 * A workspace holds a bounded number of Cases that are over: where there are more, the oldest make room for new ones. So memory, files
 * and the time that a save takes level off however long the clock plays.
 */
import type { Fact } from '../../shared/facts.ts';
import type { Case, CaseRef, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import type { ChangeLog } from '../history/change-log.ts';

type Removed = Extract<Fact, { type: 'casesRemoved' }>;

/** Removes the oldest closed Cases beyond the newest `keep` (a count, from 0); nothing that is still to happen is removed with them. */
export function makeRoom(world: World, keep: number, at: Instant): Fact[] {
  const caseRefs = closedBeyond(world, keep);
  return caseRefs.length === 0 ? [] : [{ type: 'casesRemoved', at, caseRefs }];
}

/** How many Cases are closed, and nothing of them is still to happen. */
export function closedCount(world: World): number {
  return closedRefs(world).length;
}

function closedBeyond(world: World, keep: number): CaseRef[] {
  const closed = closedRefs(world);
  return closed.slice(0, Math.max(0, closed.length - keep));
}

/** Oldest first. */
function closedRefs(world: World): CaseRef[] {
  const awaited = new Set<string>();
  for (const { actionRef } of world.plannedResponses.values()) awaited.add(actionRef);
  const isOver = (ref: string) => !awaited.has(ref) && world.actions.get(ref)?.status === 'Closed';
  const isRemovable = ({ status, actions }: Case) => status === 'Closed' && actions.every(isOver);
  const refs: CaseRef[] = [];
  for (const caseInstance of world.cases.values()) if (isRemovable(caseInstance)) refs.push(caseInstance.ref);
  return refs;
}

/** Takes Cases out of the world permanently, with their Actions, names, timelines and notifications. */
export function removeCases(world: World, { caseRefs }: Removed, log: ChangeLog | null): void {
  log?.cannotBeUndone();
  const gone = new Set<string>(caseRefs);
  for (const caseRef of caseRefs) {
    for (const actionRef of world.cases.get(caseRef)?.actions ?? []) {
      world.actions.delete(actionRef);
      world.timelines.delete(actionRef);
    }
    world.cases.delete(caseRef);
    world.timelines.delete(caseRef);
    world.timelineOrders.delete(caseRef);
  }
  for (const [alias, actionRef] of world.aliases) if (!world.actions.has(actionRef)) world.aliases.delete(alias);
  for (const [user, all] of world.notifications) {
    const left = all.filter(({ caseRef }) => !gone.has(caseRef));
    if (left.length < all.length) world.notifications.set(user, left);
  }
}
