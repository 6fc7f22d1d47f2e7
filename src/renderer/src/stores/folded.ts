/** Waiting until this window knows all that the simulator had told when it answered. */
import { type WorkspaceState, workspace } from './workspace.ts';

/** Resolves once the stream is folded up to the event `toldSeq`; at once where nothing streams, so that nobody waits for a lost one. */
export function folded(toldSeq: number): Promise<void> {
  const isFolded = (state: WorkspaceState) => state.connection !== 'connected' || state.toldSeq >= toldSeq;
  if (isFolded(workspace.getState())) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = workspace.subscribe((state) => {
      if (!isFolded(state)) return;
      unsubscribe();
      resolve();
    });
  });
}
