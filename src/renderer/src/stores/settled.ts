/** The world for lists and counts: looked at again a few times a second, however fast things happen. */
import { useEffect, useState } from 'react';
import type { World } from '../../../shared/model.ts';
import { useWorkspace, workspace } from './workspace.ts';

/**
 * Like `useWorld`, but `version` rises at most every `intervalMs`: the first change shows at once, the last one always.
 * `null` until the first snapshot came.
 */
export function useSettledWorld(intervalMs = 250): { readonly world: World | null; readonly version: number } {
  const world = useWorkspace((state) => state.world);
  const [version, setVersion] = useState(() => workspace.getState().version);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let lastAt = Number.NEGATIVE_INFINITY;
    const look = () => {
      timer = null;
      lastAt = performance.now();
      setVersion(workspace.getState().version);
    };
    look();
    const unsubscribe = workspace.subscribe((state, before) => {
      if (state.version === before.version || timer !== null) return;
      const waitMs = lastAt + intervalMs - performance.now();
      if (waitMs <= 0 || state.world !== before.world) look();
      else timer = setTimeout(look, waitMs);
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [intervalMs]);
  return { world, version };
}
