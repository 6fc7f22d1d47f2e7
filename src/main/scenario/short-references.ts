/** Actions as a person would name them: `C1/post-invoice`, where there is no second copy that this could mean. */
import { actionRefFor } from '../../engine/action/action-ref.ts';
import type { Step } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';

/** `world` is what came of all steps. */
export function withShortReferences(step: Step, world: World): Step {
  const [verb, said] = Object.entries(step).find(([key]) => key !== 'refused') ?? ['', null];
  if (typeof said !== 'object' || said === null || !('action' in said)) return step;
  const [, caseRef, actionType] = /^([^/]+)\/([^/]+)\/1$/.exec(said.action) ?? [];
  if (caseRef === undefined || actionType === undefined) return step;
  const isOnlyCopy = world.cases.has(caseRef) && !world.actions.has(actionRefFor(caseRef, actionType, 2));
  return isOnlyCopy ? ({ ...step, [verb]: { ...said, action: `${caseRef}/${actionType}` } } as Step) : step;
}
