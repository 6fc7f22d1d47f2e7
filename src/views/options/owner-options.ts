/** Which of the owner's options the rules allow on a Case now, and why not the others; asked of the rules themselves (R48, R49). */
import { ownerDecides, relaunch } from '../../engine/case/case-owner.ts';
import { launchCase, refusesLaunches } from '../../engine/case/launch.ts';
import { isRejection, type Rejection, reject } from '../../shared/errors.ts';
import { SYSTEM } from '../../shared/facts.ts';
import type { Action, Case, Instant } from '../../shared/model.ts';
import { CASE_VERBS, type CaseVerb } from '../../shared/words.ts';
import type { World } from '../../shared/world.ts';
import { failedActions } from '../case/held-up.ts';

export type OwnerOption = 'launch' | 'relaunch' | CaseVerb;

/** Each option: `null` where it is allowed, else the refusal that choosing it would get. */
export type OwnerOptions = { readonly [O in OwnerOption]: Rejection | null };

const refusal = (decision: unknown): Rejection | null => (isRejection(decision) ? decision : null);

/** Whether the rules let this Case be launched. */
export function refusesLaunch(world: World, caseInstance: Case, at: Instant): Rejection | null {
  return refusal(launchCase(world, caseInstance, SYSTEM, at));
}

/** Whether the rules allow one option of the owner. */
export function refusesVerb(world: World, caseInstance: Case, verb: CaseVerb, at: Instant): Rejection | null {
  return refusal(ownerDecides(world, caseInstance, verb, SYSTEM, at));
}

/** Whether a fresh copy of this Action may be started (R49). */
export function refusesRelaunch(world: World, action: Action, at: Instant): Rejection | null {
  return refusal(relaunch(world, action, SYSTEM, at));
}

/** All options on a Case. */
export function ownerOptions(world: World, caseInstance: Case, at: Instant): OwnerOptions {
  const entries = CASE_VERBS.map((verb) => [verb, refusesVerb(world, caseInstance, verb, at)] as const);
  const verbs = Object.fromEntries(entries) as { [V in CaseVerb]: Rejection | null };
  return {
    ...verbs,
    launch: refusesLaunch(world, caseInstance, at),
    relaunch: refusesAnyRelaunch(world, caseInstance, verbs, at),
  };
}

/** `relaunch` is about the problem Action; without one, about any other that was not done and is there to be set right. */
function refusesAnyRelaunch(
  world: World,
  caseInstance: Case,
  verbs: { readonly [V in CaseVerb]: Rejection | null },
  at: Instant,
): Rejection | null {
  const { ref, status, problemAction } = caseInstance;
  const problem = problemAction === null ? undefined : world.actions.get(problemAction);
  if (problem) return refusesRelaunch(world, problem, at);
  // A draft has nothing to start afresh either, and for the same reason.
  if (status === 'Draft') return verbs.setInProgress;
  const refusal = refusesLaunches(caseInstance);
  const actions = caseInstance.actions.flatMap((actionRef) => world.actions.get(actionRef) ?? []);
  if (refusal !== null || failedActions(actions).length > 0) return refusal;
  const wasRelaunched = actions.some(({ resolutionMethod }) => resolutionMethod === 'Not Done Successfully');
  return reject(
    'notAllowed',
    wasRelaunched
      ? `Every Action of the Case ${ref} that was closed Not Done Successfully has been restarted since.`
      : `No Action of the Case ${ref} is closed Not Done Successfully.`,
    'R49',
  );
}
