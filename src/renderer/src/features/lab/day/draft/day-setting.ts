/** What of the workspace a day is about: who is there, what can be launched, and what that suggests for the form. */
import type { ActionType } from '../../../../../../shared/definitions.ts';
import type { Instant } from '../../../../../../shared/model.ts';
import type { World } from '../../../../../../shared/world.ts';

export interface DaySetting {
  /** When the day starts: its hours are counted from here. */
  readonly startAt: Instant;
  /** Those that call an External API. */
  readonly actionTypes: readonly { readonly name: string; readonly title: string }[];
  readonly users: readonly string[];
  /** By Action type: who works what is handed over, and who is told of escalations. */
  readonly suggested: ReadonlyMap<string, Suggestion>;
}

interface Suggestion {
  readonly owner: string;
  readonly people: readonly string[];
}

export function daySetting(world: World): DaySetting {
  const apiTypes = [...world.actionTypes].filter(([, { externalApi }]) => externalApi !== undefined);
  return {
    startAt: world.startAt,
    actionTypes: apiTypes.map(([name, { title }]) => ({ name, title: title ?? name })),
    users: [...world.users.keys()],
    suggested: new Map(apiTypes.map(([name, type]) => [name, suggestion(world, name, type)])),
  };
}

function suggestion(world: World, name: string, { allocation = {} }: ActionType): Suggestion {
  const owner = ownerOf(world, name) ?? [...world.users.keys()][0] ?? '';
  const chosen = [allocation.user, allocation.secondaryUser];
  const workers = [...world.users]
    .filter(([user, { available, queues }]) => {
      const isConcerned =
        chosen.includes(user) || (allocation.queue !== undefined && queues.includes(allocation.queue));
      return available && isConcerned;
    })
    .map(([user]) => user);
  return { owner, people: [...new Set([...workers, owner])].filter((user) => user !== '') };
}

/** The owner of the first Case type that launches the Action. */
function ownerOf(world: World, actionType: string): string | undefined {
  for (const { owner, process = [] } of world.caseTypes.values()) {
    if (owner !== undefined && process.flat().includes(actionType)) return owner;
  }
  return undefined;
}
