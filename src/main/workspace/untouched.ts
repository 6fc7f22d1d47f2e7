import { parseIso } from '../../shared/instant.ts';
import type { Workspace } from '../runtime/ports.ts';

/** Whether a workspace is a scenario that was opened and then left as it was: its file holds all of it. */
export function isUntouched({ title, origin, now, history, player }: Workspace): boolean {
  if (player === null || player.title !== title) return false;
  return history.length === 0 && player.taken.length === 0 && now === (parseIso(origin.start) ?? 0);
}
