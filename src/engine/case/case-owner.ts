/** What the Case owner can do with a Case (R48, R49). */
import { type Rejection, reject } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Action, Case, Instant } from '../../shared/model.ts';
import type { CaseVerb } from '../../shared/words.ts';
import type { World } from '../../shared/world.ts';
import type { LifecycleEvent } from '../action/lifecycle.ts';
import { caseOf, factsOfMove, moveFor } from '../action/move.ts';
import { refusesLaunches } from './launch.ts';
import { caseClosed, launchActions } from './process.ts';

/** The Actions of a Case that are not closed, in creation order. */
export function runningActions(world: World, workCase: Case): Action[] {
  return workCase.actions.flatMap((ref) => {
    const action = world.actions.get(ref);
    return action && action.phase !== 'closed' ? [action] : [];
  });
}

/** Carries out one of the owner's options, or says why not. */
export function ownerDecides(
  world: World,
  workCase: Case,
  verb: CaseVerb,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const { ref: caseRef } = workCase;
  if (workCase.status === 'Closed') return reject('closed', `The Case ${caseRef} is closed.`, 'R49');
  if (workCase.status === 'Draft' && verb !== 'cancel') {
    return reject('notAllowed', `The Case ${caseRef} has not been launched yet.`, 'R49');
  }
  switch (verb) {
    case 'pause':
      if (workCase.paused) return reject('notAllowed', `The Case ${caseRef} is already paused.`, 'R48');
      return [{ type: 'casePaused', at, caseRef, by }];
    case 'resume':
      if (!workCase.paused) return reject('notAllowed', `The Case ${caseRef} is not paused.`, 'R48');
      return [{ type: 'caseResumed', at, caseRef, by }];
    case 'rework':
      return rework(world, workCase, by, at);
    case 'setInProgress':
      if (!workCase.needsAttention) return reject('notAllowed', `The Case ${caseRef} does not need attention.`, 'R49');
      return attentionCleared(workCase, by, at);
    case 'cancel':
      return [
        ...closeAll(world, runningActions(world, workCase), 'Case cancelled', by, at),
        caseClosed(workCase, 'Cancelled', by, at),
      ];
  }
}

/** Running Actions close with `Rework`, fresh copies of them start at the same places. */
function rework(world: World, workCase: Case, by: string, at: Instant): Fact[] | Rejection {
  const refusal = refusesLaunches(workCase);
  if (refusal) return refusal;
  const running = runningActions(world, workCase);
  if (running.length === 0 && !workCase.needsAttention) {
    return reject('notAllowed', `The Case ${workCase.ref} has nothing running that could be reworked.`, 'R49');
  }
  return [
    ...closeAll(world, running, 'Case reworked', by, at),
    ...attentionCleared(workCase, by, at),
    ...launchActions(world, workCase, running.map(copyOf(by)), at),
  ];
}

/** A fresh copy of one Action (R17, R49). One that is still open is closed with `Rework` first. */
export function relaunch(world: World, action: Action, by: string, at: Instant): Fact[] | Rejection {
  const workCase = caseOf(world, action);
  const refusal = refusesLaunches(workCase);
  if (refusal) return refusal;
  const newer = workCase.actions
    .map((ref) => world.actions.get(ref))
    .find((other) => other?.place === action.place && other.sequence > action.sequence);
  if (newer) return reject('notAllowed', `${action.ref} has already been started afresh, as ${newer.ref}.`, 'R49');
  return [
    ...(action.phase === 'closed' ? [] : closeAll(world, [action], 'Case reworked', by, at)),
    ...attentionCleared(workCase, by, at),
    ...launchActions(world, workCase, [copyOf(by)(action)], at),
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

function attentionCleared(workCase: Case, by: string, at: Instant): Fact[] {
  if (!workCase.needsAttention) return [];
  return [
    {
      type: 'caseStatusChanged',
      at,
      caseRef: workCase.ref,
      from: workCase.status,
      to: 'In Progress',
      reason: 'Updated by resource',
      resolutionMethod: null,
      by,
      needsAttention: false,
      problemAction: null,
    },
  ];
}
