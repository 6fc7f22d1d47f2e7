/**
 * What an input means: facts, or a refusal. Pure: it reads the world and changes nothing. It only finds what the input is
 * about; the rules live in the files it calls.
 */
import { type Rejection, reject } from '../shared/errors.ts';
import { type Fact, SYSTEM } from '../shared/facts.ts';
import type { Input } from '../shared/inputs.ts';
import type { Action, ActionRef, Case, Instant } from '../shared/model.ts';
import type { World } from '../shared/world.ts';
import { actionRefFor } from './action/action-ref.ts';
import { ownerDecides, relaunch } from './case/case-owner.ts';
import { launchAction, launchCase, launchCases, launchNewCase } from './case/launch.ts';
import { makeRoom } from './case/room.ts';
import { callPlanned, callResult, retryClicked, retryDue } from './connection/connection.ts';
import {
  createDefinition,
  deleteDefinition,
  moveDefinition,
  redoEdit,
  renameDefinition,
  saveDefinition,
  undoEdit,
} from './definitions/define.ts';
import { switchApi } from './definitions/switch-api.ts';
import { complete, take, unableToComplete, unassign } from './people/manual-work.ts';
import { dueDate, responseReceived, responseTimeout } from './response/response.ts';

/** The facts that `input` at `now` brings about, before what follows from them, or why the rules refuse it. */
export function decide(world: World, input: Input, now: Instant): Fact[] | Rejection {
  switch (input.type) {
    case 'callPlanned':
      return onCopy(world, input.actionRef, (action) => callPlanned(action, input.callNumber, input.plan, now));
    case 'callResultDue':
      return onCopy(world, input.actionRef, (action) => callResult(world, action, now));
    case 'retryDue':
      return onCopy(world, input.actionRef, (action) => retryDue(world, action, now));
    case 'responseTimeout':
      return onCopy(world, input.actionRef, (action) => responseTimeout(world, action, now));
    case 'dueDate':
      return onCopy(world, input.actionRef, (action) => dueDate(world, action, now));
    case 'response': {
      const sent: Fact[] =
        input.plannedId === undefined ? [] : [{ type: 'plannedResponseSent', at: now, id: input.plannedId }];
      return onCopy(world, input.actionRef, (action) =>
        action.token === undefined
          ? reject('notAllowed', `${action.ref} is a manual Action; it does not wait for a response.`, 'R25')
          : [...sent, ...responseReceived(world, action, input.delivery, now)],
      );
    }
    case 'plannedLaunch': {
      const planned = world.plannedLaunches.get(input.id);
      if (!planned) return [];
      const reached: Fact = { type: 'plannedLaunchReached', at: now, id: input.id };
      return [reached, ...launchNewCase(world, planned.caseType, planned.caseRef, SYSTEM, now)];
    }
    case 'makeRoom':
      return makeRoom(world, input.keep, now);
    case 'launchCase':
      return onCase(world, input.case, (caseInstance) => launchCase(world, caseInstance, by(input), now));
    case 'launchAction':
      return onCase(world, input.case, (caseInstance) =>
        launchAction(world, caseInstance, { actionType: input.actionType, as: input.as, by: by(input) }, now),
      );
    case 'launchCases':
      return launchCases(world, { ...input, by: by(input) }, now);
    case 'retry':
      return onAction(
        world,
        input.action,
        (action) => retryClicked(world, action, byOwnerOf(world, action, input.by), now),
        input.by,
      );
    case 'take':
      return onAction(world, input.action, (action) => take(world, action, input.by, now), input.by);
    case 'unassign':
      return onAction(
        world,
        input.action,
        (action) => unassign(world, action, byAssigneeOf(world, action, input.by), now),
        input.by,
      );
    case 'complete':
      return onAction(
        world,
        input.action,
        (action) => complete(world, action, byAssigneeOf(world, action, input.by), now),
        input.by,
      );
    case 'unable':
      return onAction(
        world,
        input.action,
        (action) => unableToComplete(world, action, byAssigneeOf(world, action, input.by), input.reason, now),
        input.by,
      );
    case 'relaunch':
      return onAction(
        world,
        input.action,
        (action) => relaunch(world, action, byOwnerOf(world, action, input.by), now),
        input.by,
      );
    case 'caseVerb':
      return onCase(
        world,
        input.case,
        (caseInstance) => ownerDecides(world, caseInstance, input.do, input.by ?? caseInstance.owner, now),
        input.by,
      );
    case 'switchApi':
      return switchApi(world, input.name, input.to, by(input), now);
    case 'createDefinition':
      return createDefinition(world, input.definition, by(input), now);
    case 'saveDefinition':
      return saveDefinition(world, [input.definition, ...(input.also ?? [])], by(input), now);
    case 'deleteDefinition':
      return deleteDefinition(world, input.section, input.name, by(input), now);
    case 'moveDefinition':
      return moveDefinition(world, input, by(input), now);
    case 'renameDefinition':
      return renameDefinition(world, input, by(input), now);
    case 'undoEdit':
      return undoEdit(world, by(input), now);
    case 'redoEdit':
      return redoEdit(world, by(input), now);
    case 'readNotifications':
      return world.users.has(input.user)
        ? [{ type: 'notificationsRead', at: now, user: input.user }]
        : reject('unknown', `There is no user ${input.user}.`);
  }
}

/** The reference that means this very copy, also when there is a newer one: `C1/post-invoice/1`. */
export function exactReference({ caseRef, actionType, copy }: Pick<Action, 'caseRef' | 'actionType' | 'copy'>): string {
  return `${caseRef}/${actionType}/${copy}`;
}

/** An alias, a whole reference, or `CASE/actionType` for the newest copy. */
export function findAction(world: World, reference: string): Action | undefined {
  const alias = world.aliases.get(reference);
  if (alias !== undefined) return world.actions.get(alias);
  const [caseRef = '', actionType = '', copy] = reference.split('/');
  if (copy !== undefined) return world.actions.get(actionRefFor(caseRef, actionType, Number(copy)));
  const newest = world.cases.get(caseRef)?.actions.findLast((ref) => world.actions.get(ref)?.actionType === actionType);
  return newest === undefined ? undefined : world.actions.get(newest);
}

const by = (input: { readonly by?: string | undefined }) => input.by ?? SYSTEM;
const byOwnerOf = (world: World, action: Action, named: string | undefined) =>
  named ?? world.cases.get(action.caseRef)?.owner ?? SYSTEM;
/** R47, R50: who has it; where nobody does, the Case owner did it. */
const byAssigneeOf = (world: World, action: Action, named: string | undefined) =>
  byOwnerOf(world, action, named ?? action.assignee ?? undefined);

function onAction(
  world: World,
  reference: string,
  decision: (action: Action) => Fact[] | Rejection,
  person?: string,
): Fact[] | Rejection {
  const action = findAction(world, reference);
  if (!action) return reject('unknown', `There is no Action ${reference}.`);
  return unknownPerson(world, person) ?? decision(action);
}

/** What the clock and the outside world bring is about one copy, never about the newest one instead. */
function onCopy(
  world: World,
  actionRef: ActionRef,
  decision: (action: Action) => Fact[] | Rejection,
): Fact[] | Rejection {
  const action = world.actions.get(actionRef);
  return action ? decision(action) : reject('unknown', `There is no Action ${actionRef}.`);
}

function onCase(
  world: World,
  reference: string,
  decision: (caseInstance: Case) => Fact[] | Rejection,
  person?: string,
): Fact[] | Rejection {
  const caseInstance = world.cases.get(reference);
  if (!caseInstance) return reject('unknown', `There is no Case ${reference}.`);
  return unknownPerson(world, person) ?? decision(caseInstance);
}

function unknownPerson(world: World, person: string | undefined): Rejection | null {
  return person === undefined || world.users.has(person)
    ? null
    : reject('unknown', `There is no user ${person}.`, 'S5');
}
