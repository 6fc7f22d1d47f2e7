/** How a Case runs its process: launching Actions, moving on, closing (R1, R46, R48). */
import { encodeToken } from '../../shared/callback-token.ts';
import { type Fact, SYSTEM } from '../../shared/facts.ts';
import type { Action, Case, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { actionRefFor } from '../action/action-ref.ts';
import { createdAction } from '../action/evolve-action.ts';
import { dueAtLaunch, responseDeadlineAtLaunch } from '../clocks/timeout.ts';
import { startCall } from '../connection/connection.ts';
import { retryPatternFor } from '../connection/retry.ts';
import { allocate } from '../people/allocation.ts';
import { Places } from './place.ts';

type Created = Extract<Fact, { type: 'actionCreated' }>;

/** What one launch needs to know. */
export interface Launch {
  readonly actionType: string;
  /** What it is to be a copy of; left out, the place in the process, or one of its own. */
  readonly place?: string | undefined;
  readonly position?: { readonly step: number; readonly member: number } | undefined;
  readonly alias?: string | undefined;
  readonly by: string;
}

/**
 * Fresh copies in a Case, created and started at once, no person involved (R1): an API Action calls, a manual one is
 * `To Do` and allocated (R42).
 */
export function launchActions(world: World, caseInstance: Case, launches: readonly Launch[], at: Instant): Fact[] {
  const places = new Places(world, caseInstance);
  const newInThisStep = new Map<string, number>();
  return launches.flatMap((launch) => {
    const alreadyNew = newInThisStep.get(launch.actionType) ?? 0;
    newInThisStep.set(launch.actionType, alreadyNew + 1);
    const copy = places.copiesOf(launch.actionType) + alreadyNew + 1;
    return launchAction(world, caseInstance, launch, places, copy, at);
  });
}

function launchAction(
  world: World,
  caseInstance: Case,
  launch: Launch,
  places: Places,
  copy: number,
  at: Instant,
): Fact[] {
  const actionType = world.actionTypes.get(launch.actionType);
  if (!actionType) throw new Error(`${launch.actionType} is no Action type`);
  const isManual = actionType.manual === true;
  const actionRef = actionRefFor(caseInstance.ref, launch.actionType, copy);
  const place = launch.place ?? places.placeOf(launch);
  const created: Created = {
    type: 'actionCreated',
    at,
    actionRef,
    caseRef: caseInstance.ref,
    actionType: launch.actionType,
    title: actionType.title ?? launch.actionType,
    copy,
    place,
    stream: places.streamOf(place),
    position: launch.position,
    alias: launch.alias,
    token: isManual ? undefined : encodeToken(world.seed, actionRef, world.callbackKey),
    owner: caseInstance.owner,
    by: launch.by,
    maximum: isManual ? 0 : retryPatternFor(world.settings, actionType).max,
    dueAt: dueAtLaunch(actionType, at),
    responseClock: world.settings.responseClock,
    responseDeadlineAt: isManual ? null : responseDeadlineAtLaunch(world.settings, actionType, at),
  };
  const status = {
    type: 'statusChanged',
    at,
    actionRef,
    from: null,
    reason: 'Updated by Enate',
    resolutionMethod: null,
    by: launch.by,
  } as const;
  if (isManual) {
    return [
      created,
      { ...status, to: 'To Do', phase: 'manual' },
      { type: 'allocated', at, actionRef, ...allocate(actionType.allocation, world.users), by: SYSTEM },
    ];
  }
  return [
    created,
    { ...status, to: 'Waiting', phase: 'calling' },
    startCall(world, caseInstance, createdAction(created, world.sequence), 'first', SYSTEM, at),
  ];
}

/** True for an ending that lets the Case launch what comes next (R46, R50). */
export function letsCaseGoOn(action: Action | undefined): boolean {
  return (
    action?.phase === 'closed' &&
    (action.resolutionMethod === 'Done Successfully' || action.resolutionMethod === 'No response returned')
  );
}

/** The newest copy of each member of a step: one look at every Action of the Case, however many members there are. */
function newestOf(world: World, caseInstance: Case, step: number): (Action | undefined)[] {
  const newest: (Action | undefined)[] = [];
  for (const ref of caseInstance.actions) {
    const action = world.actions.get(ref);
    if (action?.position?.step === step) newest[action.position.member] = action;
  }
  return newest;
}

/**
 * What a Case does by itself after something changed: nothing while it is paused (R48), needs attention (R44) or is not
 * running; otherwise the next step of its process, or its end (R46).
 */
export function advanceProcess(world: World, caseInstance: Case, at: Instant): Fact[] {
  const { currentStep, process } = caseInstance;
  if (caseInstance.status !== 'In Progress' || caseInstance.paused || currentStep < 0 || process.length === 0)
    return [];
  const members = process[currentStep] ?? [];
  const newest = newestOf(world, caseInstance, currentStep);
  const stepIsDone = members.every((_, member) => letsCaseGoOn(newest[member]));
  if (!stepIsDone) return [];
  if (currentStep + 1 < process.length) return startStep(world, caseInstance, currentStep + 1, at);
  const someOpen = caseInstance.actions.some((ref) => world.actions.get(ref)?.phase !== 'closed');
  return someOpen ? [] : [caseClosed(caseInstance, 'Done Successfully', SYSTEM, at)];
}

/** Starts one step of the process; its members start together. */
export function startStep(world: World, caseInstance: Case, step: number, at: Instant): Fact[] {
  const members = caseInstance.process[step] ?? [];
  return [
    { type: 'processStepStarted', at, caseRef: caseInstance.ref, step },
    ...launchActions(
      world,
      caseInstance,
      members.map((actionType, member) => ({ actionType, position: { step, member }, by: SYSTEM })),
      at,
    ),
  ];
}

/** The end of a Case: done, or cancelled (R49). A closed Case needs nobody's attention. */
export function caseClosed(
  caseInstance: Case,
  resolutionMethod: 'Done Successfully' | 'Cancelled',
  by: string,
  at: Instant,
): Fact {
  return {
    type: 'caseStatusChanged',
    at,
    caseRef: caseInstance.ref,
    from: caseInstance.status,
    to: 'Closed',
    reason: by === SYSTEM ? 'Updated by Enate' : 'Updated by resource',
    resolutionMethod,
    by,
    needsAttention: false,
    problemAction: null,
  };
}
