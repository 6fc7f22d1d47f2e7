import type { Store, Workspace } from './ports.ts';

/**
 * Stores a workspace in the place of the one that is stored. That one can be restored as it is now: what only its journal holds
 * is saved first. Its last save makes way for that one, so that one replacement uses up one backup.
 */
export async function replaceStored(store: Store, present: Workspace, replacement: Workspace): Promise<void> {
  if (store.journalledCount > 0) await store.save(present, { supersedes: true });
  await store.save(replacement);
}
