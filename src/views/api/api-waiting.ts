/** Which Actions wait for which External API: for its next call, its acceptance or its response. */
import { WAITING_PHASES } from '../../engine/action/lifecycle.ts';
import type { Action } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

const NONE: readonly Action[] = [];

/** In order of creation; looked up by the API that the Action's type names now. */
export function waitingByApi(world: World): (externalApi: string) => readonly Action[] {
  const byApi = new Map<string, Action[]>();
  for (const action of world.actions.values()) {
    if (!WAITING_PHASES.includes(action.phase)) continue;
    const externalApi = world.actionTypes.get(action.actionType)?.externalApi;
    if (externalApi === undefined) continue;
    const waiting = byApi.get(externalApi);
    if (waiting) waiting.push(action);
    else byApi.set(externalApi, [action]);
  }
  return (externalApi) => byApi.get(externalApi) ?? NONE;
}
