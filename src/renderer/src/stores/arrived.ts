/** Waiting for what was accepted to arrive by the stream. */
import { workspace } from './workspace.ts';

const PATIENCE_MS = 1_000;

/** Resolves when the stream has brought what was accepted, so that no screen shows the time before. */
export function arrived(isThere: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isThere()) {
      resolve();
      return;
    }
    const done = () => {
      unsubscribe();
      clearTimeout(timer);
      resolve();
    };
    const unsubscribe = workspace.subscribe(() => isThere() && done());
    // Whatever the stream does, nobody waits indefinitely.
    const timer = setTimeout(done, PATIENCE_MS);
  });
}
