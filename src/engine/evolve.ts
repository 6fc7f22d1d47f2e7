/**
 * Folds one fact into the world. The world's Maps are changed in place, the values in them are replaced. The runtime, the
 * journal's replay and the renderer's store all use this one function. A log that is given notes what is replaced.
 */
import type { ActionFact, CaseFact, Fact, WorldFact } from '../shared/facts.ts';
import type { ActionRef, CaseRef } from '../shared/model.ts';
import { CASE_NEEDS_ATTENTION } from '../shared/words.ts';
import type { World } from '../shared/world.ts';
import { createdAction, evolveAction } from './action/evolve-action.ts';
import { createdCase, escalatedCase, evolveCase } from './case/evolve-case.ts';
import { removeCases } from './case/room.ts';
import { evolveByEdit } from './definitions/edits.ts';
import type { ChangeLog } from './history/change-log.ts';
import { forgetOldestUnheeded, UNHEEDED_KEPT } from './response/unheeded.ts';

/** Changes `world` by `fact`. The fact must have been decided on this very world, else it throws. */
export function evolve(world: World, fact: Fact, log: ChangeLog | null = null): void {
  if ('actionRef' in fact && fact.type !== 'responsePlanned') evolveByActionFact(world, fact, log);
  else if ('caseRef' in fact && fact.type !== 'launchPlanned') evolveByCaseFact(world, fact as CaseFact, log);
  else evolveByWorldFact(world, fact as WorldFact, log);
}

function evolveByActionFact(world: World, fact: ActionFact, log: ChangeLog | null): void {
  if (fact.type === 'actionCreated') {
    put(world.actions, fact.actionRef, createdAction(fact, world.sequence++), log);
    put(world.timelines, fact.actionRef, [], log);
    tell(world, fact.caseRef, fact.actionRef, fact, log);
    if (fact.alias !== undefined) put(world.aliases, fact.alias, fact.actionRef, log);
    const caseInstance = existing(world.cases, fact.caseRef);
    put(world.cases, fact.caseRef, { ...caseInstance, actions: [...caseInstance.actions, fact.actionRef] }, log);
    return;
  }
  const action = existing(world.actions, fact.actionRef);
  put(world.actions, fact.actionRef, evolveAction(action, fact), log);
  tell(world, action.caseRef, fact.actionRef, fact, log);
  if (fact.type === 'callStarted') {
    const api = existing(world.externalApis, fact.externalApi);
    const lastRequest = { actionRef: fact.actionRef, action: fact.action };
    put(world.externalApis, fact.externalApi, { ...api, callCount: api.callCount + 1, lastRequest }, log);
  } else if (fact.type === 'responseReceived' && fact.verdict !== 'accepted') {
    if (action.unheededResponses >= UNHEEDED_KEPT) forgetOldestUnheeded(world, action.caseRef, fact.actionRef, log);
  } else if (fact.type === 'escalated') {
    put(world.cases, fact.caseRef, escalatedCase(existing(world.cases, fact.caseRef), fact), log);
    tell(world, fact.caseRef, fact.caseRef, fact, log);
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
    if (earlier) {
      log?.grows(world.notifications, fact.owner);
      earlier.push(notification);
    } else put(world.notifications, fact.owner, [notification], log);
  }
}

function evolveByCaseFact(world: World, fact: CaseFact, log: ChangeLog | null): void {
  if (fact.type === 'caseCreated') {
    put(world.cases, fact.caseRef, createdCase(fact, world.sequence++), log);
    put(world.timelines, fact.caseRef, [], log);
    put(world.timelineOrders, fact.caseRef, [], log);
  } else {
    put(world.cases, fact.caseRef, evolveCase(existing(world.cases, fact.caseRef), fact), log);
  }
  tell(world, fact.caseRef, fact.caseRef, fact, log);
}

/** R51: the fact goes to the timeline of what it is about, and that it did to the order of its Case. */
function tell(world: World, caseRef: CaseRef, ref: CaseRef | ActionRef, fact: Fact, log: ChangeLog | null): void {
  const timeline = existing(world.timelines, ref);
  const order = existing(world.timelineOrders, caseRef);
  log?.grows(world.timelines, ref);
  log?.grows(world.timelineOrders, caseRef);
  timeline.push(fact);
  order.push(ref);
}

function put<V>(map: Map<string, V>, key: string, value: V, log: ChangeLog | null): void {
  log?.sets(map, key);
  map.set(key, value);
}

function remove(map: Map<string, unknown>, key: string, log: ChangeLog | null): void {
  log?.sets(map, key);
  map.delete(key);
}

function evolveByWorldFact(world: World, fact: WorldFact, log: ChangeLog | null): void {
  switch (fact.type) {
    case 'apiSwitched':
      put(world.externalApis, fact.name, { ...existing(world.externalApis, fact.name), switch: fact.to }, log);
      return;
    case 'definitionEdited':
      evolveByEdit(world, fact, log);
      return;
    case 'casesNumbered':
      put(world.caseNumbers, fact.prefix, fact.last, log);
      return;
    case 'launchPlanned': {
      const { id, launchAt: at, caseType, caseRef } = fact;
      put(world.plannedLaunches, id, { id, sequence: world.sequence++, at, caseType, caseRef }, log);
      return;
    }
    case 'plannedLaunchReached':
      remove(world.plannedLaunches, fact.id, log);
      return;
    case 'responsePlanned': {
      const { id, responseAt: at, actionRef, delivery } = fact;
      put(world.plannedResponses, id, { id, sequence: world.sequence++, at, actionRef, delivery }, log);
      return;
    }
    case 'plannedResponseSent':
      remove(world.plannedResponses, fact.id, log);
      return;
    case 'casesRemoved':
      removeCases(world, fact, log);
      return;
    case 'notificationsRead': {
      const all = world.notifications.get(fact.user);
      if (all === undefined) return;
      put(
        world.notifications,
        fact.user,
        all.map((notification) => (notification.read ? notification : { ...notification, read: true })),
        log,
      );
    }
  }
}

function existing<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the world has no ${String(key)}: this fact belongs to another world`);
  return value;
}
