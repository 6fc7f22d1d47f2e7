/** The world before anything happened: what a file defines, its Cases as drafts. */
import type { Definitions } from '../shared/definitions.ts';
import { NO_EDITS } from '../shared/edits.ts';
import type { Instant } from '../shared/model.ts';
import type { World } from '../shared/world.ts';
import { caseCreated } from './case/launch.ts';
import { evolve } from './evolve.ts';

/** A fresh world at its start; `callbackKey` as in `encodeToken`. The definitions must be valid: every name in them defined (`loadScenario` sees to it). */
export function createWorld(
  definitions: Definitions,
  startAt: Instant,
  seed: number,
  callbackKey: string | null = null,
): World {
  const world: World = {
    startAt,
    seed,
    callbackKey,
    settings: definitions.settings,
    queues: definitions.queues,
    users: new Map(Object.entries(definitions.users)),
    externalApis: new Map(
      Object.entries(definitions.externalApis).map(([name, definition]) => [
        name,
        { definition, switch: 'As configured', callCount: 0, lastRequest: null },
      ]),
    ),
    actionTypes: new Map(Object.entries(definitions.actionTypes)),
    caseTypes: new Map(Object.entries(definitions.caseTypes)),
    cases: new Map(),
    actions: new Map(),
    caseNumbers: new Map(),
    aliases: new Map(),
    notifications: new Map(),
    plannedLaunches: new Map(),
    plannedResponses: new Map(),
    timelines: new Map(),
    timelineOrders: new Map(),
    sequence: 1,
    edits: NO_EDITS,
  };
  for (const [caseRef, definition] of Object.entries(definitions.cases)) {
    evolve(world, caseCreated(world, caseRef, definition, startAt));
  }
  return world;
}
