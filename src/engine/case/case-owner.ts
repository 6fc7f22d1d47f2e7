/** What the Case owner can do with a Case (R48, R49). */
import { type Rejection, reject } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Action, Case, Instant } from '../../shared/model.ts';
import type { LifecycleEvent } from '../../shared/transition.ts';
import type { CaseVerb } from '../../shared/words.ts';
import type { World } from '../../shared/world.ts';
import { caseOf, factsOfMove, moveFor } from '../action/move.ts';
import { refusesLaunches } from './launch.ts';
import { caseClosed, launchActions } from './process.ts';

/** The Actions of a Case that are not closed, in creation order. */
export function runningActions(world: World, caseInstance: Case): Action[] {
  return caseInstance.actions.flatMap((ref) => {
    const action = world.actions.get(ref);
    return action && action.phase !== 'closed' ? [action] : [];
  });
}

/** Carries out one of the owner's options, or says why not. */
export function ownerDecides(
  world: World,
  caseInstance: Case,
  verb: CaseVerb,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const { ref: caseRef } = caseInstance;
  if (caseInstance.status === 'Closed') return reject('closed', `The Case ${caseRef} is closed.`, 'R49');
  if (caseInstance.status === 'Draft' && verb !== 'cancel') {
    return reject('notAllowed', `The Case ${caseRef} has not been launched yet.`, 'R49');
  }
  switch (verb) {
    case 'pause':
      if (caseInstance.paused) return reject('notAllowed', `The Case ${caseRef} is already paused.`, 'R48');
      return [{ type: 'casePaused', at, caseRef, by }];
    case 'resume':
      if (!caseInstance.paused) return reject('notAllowed', `The Case ${caseRef} is not paused.`, 'R48');
      return [{ type: 'caseResumed', at, caseRef, by }];
    case 'rework':
      return rework(world, caseInstance, by, at);
    case 'setInProgress':
      if (!caseInstance.needsAttention)
        return reject('notAllowed', `The Case ${caseRef} does not need attention.`, 'R49');
      return attentionCleared(caseInstance, by, at);
    case 'cancel':
      return [
        ...closeAll(world, runningActions(world, caseInstance), 'Case cancelled', by, at),
        caseClosed(caseInstance, 'Cancelled', by, at),
      ];
  }
}

/** Running Actions close with `Rework`, fresh copies of them start at the same places. */
function rework(world: World, caseInstance: Case, by: string, at: Instant): Fact[] | Rejection {
  const refusal = refusesLaunches(caseInstance);
  if (refusal) return refusal;
  const running = runningActions(world, caseInstance);
  if (running.length === 0 && !caseInstance.needsAttention) {
    return reject('notAllowed', `The Case ${caseInstance.ref} has nothing running that could be reworked.`, 'R49');
  }
  return [
    ...closeAll(world, running, 'Case reworked', by, at),
    ...attentionCleared(caseInstance, by, at),
    ...launchActions(world, caseInstance, running.map(copyOf(by)), at),
  ];
}

/** A fresh copy of one Action (R17, R49). One that is still open is closed with `Rework` first. */
export function relaunch(world: World, action: Action, by: string, at: Instant): Fact[] | Rejection {
  const caseInstance = caseOf(world, action);
  const refusal = refusesLaunches(caseInstance);
  if (refusal) return refusal;
  const newer = caseInstance.actions
    .map((ref) => world.actions.get(ref))
    .find((other) => other?.place === action.place && other.sequence > action.sequence);
  if (newer) return reject('notAllowed', `${action.ref} has already been started afresh, as ${newer.ref}.`, 'R49');
  return [
    ...(action.phase === 'closed' ? [] : closeAll(world, [action], 'Case reworked', by, at)),
    ...attentionCleared(caseInstance, by, at),
    ...launchActions(world, caseInstance, [copyOf(by)(action)], at),
  ];
}

const copyOf =
  (by: string) =>
  ({ actionType, place, position }: Action) => ({ actionType, place, position, by });

function closeAll(world: World, actions: readonly Action[], event: LifecycleEvent, by: string, at: Instant): Fact[] {
  return actions.flatMap((action) => {
    const row = moveFor(world, action, event);
    return row ? factsOfMove(world, action, row, at, { by }) : [];
  });
}

function attentionCleared(caseInstance: Case, by: string, at: Instant): Fact[] {
  if (!caseInstance.needsAttention) return [];
  return [
    {
      type: 'caseStatusChanged',
      at,
      caseRef: caseInstance.ref,
      from: caseInstance.status,
      to: 'In Progress',
      reason: 'Updated by resource',
      resolutionMethod: null,
      by,
      needsAttention: false,
      problemAction: null,
    },
  ];
}
