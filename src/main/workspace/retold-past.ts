/** The past of a workspace that has just been opened, from what its store still has of it. */
import type { Past } from '../runtime/past.ts';
import type { Store, Workspace } from '../runtime/ports.ts';
import { pastOf } from '../runtime/retelling.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

/**
 * About `historyBytes` are kept. `null` where nothing can be gone back on; where reading it fails, `onBug` is told, and the past begins
 * again.
 */
export async function retoldPast(
  store: Store,
  workspace: Workspace,
  { historyBytes, onBug }: Pick<WorkspaceOptions, 'historyBytes' | 'onBug'>,
): Promise<Past | null> {
  if (historyBytes === 0) return null;
  try {
    const story = await store.story();
    return story && (await pastOf(workspace, story, historyBytes));
  } catch (error) {
    onBug(error);
    return null;
  }
}
