import type { Workspace } from '../runtime/ports.ts';

/** Makes the key of a new workspace's callback secrets; `null` where these are to follow from the seed. */
export type NewCallbackKey = () => string | null;

/** A workspace of an earlier version has no key yet: its Actions keep their tokens, later ones get theirs from a new key. */
export function withCallbackKey(workspace: Workspace, newCallbackKey: NewCallbackKey): Workspace {
  if (workspace.world.callbackKey !== null) return workspace;
  const callbackKey = newCallbackKey();
  return callbackKey === null ? workspace : { ...workspace, world: { ...workspace.world, callbackKey } };
}
