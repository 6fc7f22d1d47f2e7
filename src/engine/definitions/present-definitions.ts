/** What is configured at present, as a file would define it: the other way about of `createWorld`. Cases are lives, not settings. */
import type { Definitions } from '../../shared/definitions.ts';
import type { World } from '../../shared/world.ts';

export function presentDefinitions(world: World): Definitions {
  return {
    settings: world.settings,
    queues: [...world.queues],
    users: Object.fromEntries(world.users),
    externalApis: Object.fromEntries([...world.externalApis].map(([name, { definition }]) => [name, definition])),
    actionTypes: Object.fromEntries(world.actionTypes),
    caseTypes: Object.fromEntries(world.caseTypes),
    cases: {},
  };
}
