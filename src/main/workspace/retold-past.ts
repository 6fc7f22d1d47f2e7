/** The past of a workspace that has just been opened, from what its store still has of it. */
import type { Past } from '../runtime/past.ts';
import type { Store, Workspace } from '../runtime/ports.ts';
import { pastOf } from '../runtime/retelling.ts';

/**
 * About `limitBytes` are kept. `null` where nothing can be gone back on; where reading it fails, `onBug` is told, and the past begins
 * again.
 */
export async function retoldPast(
  store: Store,
  workspace: Workspace,
  { limitBytes, onBug }: { readonly limitBytes: number; readonly onBug: (error: unknown) => void },
): Promise<Past | null> {
  if (limitBytes === 0) return null;
  try {
    const story = await store.story();
    return story && (await pastOf(workspace, story, limitBytes));
  } catch (error) {
    onBug(error);
    return null;
  }
}
