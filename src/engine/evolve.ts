/**
 * Folds one fact into the world. The world's Maps are changed in place, the values in them are replaced. The runtime, the
 * journal's replay and the renderer's store all use this one function.
 */
import type { Edit } from '../shared/edits.ts';
import type { ActionFact, CaseFact, Fact, WorldFact } from '../shared/facts.ts';
import type { ActionRef, CaseRef, World } from '../shared/model.ts';
import { CASE_NEEDS_ATTENTION } from '../shared/words.ts';
import { evolveByEdit, presentSide } from './edits.ts';
import { createdAction, evolveAction } from './evolve-action.ts';
import { createdCase, escalatedCase, evolveCase } from './evolve-case.ts';
import { changedActionType, changedExternalApi, changedSettings, changedUser } from './settings.ts';

/** Changes `world` by `fact`. The fact must have been decided on this very world, else it throws. */
export function evolve(world: World, fact: Fact): void {
  if ('actionRef' in fact && fact.type !== 'responsePlanned') evolveByActionFact(world, fact);
  else if ('caseRef' in fact && fact.type !== 'launchPlanned') evolveByCaseFact(world, fact as CaseFact);
  else evolveByWorldFact(world, fact as WorldFact);
}

function evolveByActionFact(world: World, fact: ActionFact): void {
  if (fact.type === 'actionCreated') {
    world.actions.set(fact.actionRef, createdAction(fact, world.sequence++));
    world.timelines.set(fact.actionRef, []);
    tell(world, fact.caseRef, fact.actionRef, fact);
    if (fact.alias !== undefined) world.aliases.set(fact.alias, fact.actionRef);
    const workCase = existing(world.cases, fact.caseRef);
    world.cases.set(fact.caseRef, { ...workCase, actions: [...workCase.actions, fact.actionRef] });
    return;
  }
  const action = existing(world.actions, fact.actionRef);
  world.actions.set(fact.actionRef, evolveAction(action, fact));
  tell(world, action.caseRef, fact.actionRef, fact);
  if (fact.type === 'callStarted') {
    const api = existing(world.externalApis, fact.externalApi);
    const lastRequest = { actionRef: fact.actionRef, action: fact.action };
    world.externalApis.set(fact.externalApi, { ...api, callCount: api.callCount + 1, lastRequest });
  } else if (fact.type === 'escalated') {
    world.cases.set(fact.caseRef, escalatedCase(existing(world.cases, fact.caseRef), fact));
    tell(world, fact.caseRef, fact.caseRef, fact);
    const notification = {
      sequence: world.sequence++,
      at: fact.at,
      user: fact.owner,
      kind: CASE_NEEDS_ATTENTION,
      caseRef: fact.caseRef,
      actionRef: fact.actionRef,
      read: false,
    };
    const earlier = world.notifications.get(fact.owner);
    if (earlier) earlier.push(notification);
    else world.notifications.set(fact.owner, [notification]);
  }
}

function evolveByCaseFact(world: World, fact: CaseFact): void {
  if (fact.type === 'caseCreated') {
    world.cases.set(fact.caseRef, createdCase(fact, world.sequence++));
    world.timelines.set(fact.caseRef, []);
    world.timelineOrders.set(fact.caseRef, []);
  } else {
    world.cases.set(fact.caseRef, evolveCase(existing(world.cases, fact.caseRef), fact));
  }
  tell(world, fact.caseRef, fact.caseRef, fact);
}

/** R51: the fact goes to the timeline of what it is about, and that it did to the order of its Case. */
function tell(world: World, caseRef: CaseRef, ref: CaseRef | ActionRef, fact: Fact): void {
  existing(world.timelines, ref).push(fact);
  existing(world.timelineOrders, caseRef).push(ref);
}

function evolveByWorldFact(world: World, fact: WorldFact): void {
  switch (fact.type) {
    case 'settingsSaved':
      saved(world, 'settings', '', changedSettings(world.settings, fact.change));
      return;
    case 'actionTypeSaved':
      saved(world, 'actionTypes', fact.name, changedActionType(existing(world.actionTypes, fact.name), fact.change));
      return;
    case 'externalApiSaved': {
      const { definition } = existing(world.externalApis, fact.name);
      saved(world, 'externalApis', fact.name, changedExternalApi(definition, fact.change));
      return;
    }
    case 'apiSwitched':
      world.externalApis.set(fact.name, { ...existing(world.externalApis, fact.name), switch: fact.to });
      return;
    case 'userSaved':
      saved(world, 'users', fact.name, changedUser(existing(world.users, fact.name), fact.change));
      return;
    case 'definitionEdited':
      evolveByEdit(world, fact);
      return;
    case 'casesNumbered':
      world.caseNumbers.set(fact.prefix, fact.last);
      return;
    case 'launchPlanned': {
      const { id, launchAt: at, caseType, caseRef } = fact;
      world.plannedLaunches.set(id, { id, sequence: world.sequence++, at, caseType, caseRef });
      return;
    }
    case 'plannedLaunchReached':
      world.plannedLaunches.delete(fact.id);
      return;
    case 'responsePlanned': {
      const { id, responseAt: at, actionRef, delivery } = fact;
      world.plannedResponses.set(id, { id, sequence: world.sequence++, at, actionRef, delivery });
      return;
    }
    case 'plannedResponseSent':
      world.plannedResponses.delete(fact.id);
      return;
    case 'notificationsRead': {
      const all = world.notifications.get(fact.user) ?? [];
      world.notifications.set(
        fact.user,
        all.map((notification) => (notification.read ? notification : { ...notification, read: true })),
      );
    }
  }
}

/** A save of a part is an edit of the whole, that can be undone like any other. */
function saved(world: World, section: Edit['section'], name: string, value: unknown): void {
  const before = presentSide(world, section, name);
  if (before === null) throw new Error(`the world has no ${name}: this fact belongs to another world`);
  evolveByEdit(world, { edit: { section, name, before, after: { ...before, value } } as Edit, course: 'new' });
}

function existing<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the world has no ${String(key)}: this fact belongs to another world`);
  return value;
}
