/** The world for a long list: looked at at once when it changes, then at most ten times a second while the clock races. */
import { useEffect, useState } from 'react';
import type { World } from '../../../../shared/model.ts';
import { useWorkspace, workspace } from '../../stores/workspace.ts';

const CALM_MS = 100;

/** The world and the version of it to be shown; `null` before the first snapshot. */
export function useCalmWorld(): { world: World | null; version: number } {
  const world = useWorkspace((state) => state.world);
  const [version, setVersion] = useState(() => workspace.getState().version);
  useEffect(() => {
    let timer: number | undefined;
    let lookedAt = 0;
    const look = () => {
      timer = undefined;
      lookedAt = performance.now();
      setVersion(workspace.getState().version);
    };
    const onChange = () => {
      if (timer !== undefined) return;
      const waitMs = lookedAt + CALM_MS - performance.now();
      if (waitMs <= 0) look();
      else timer = window.setTimeout(look, waitMs);
    };
    look();
    const unsubscribe = workspace.subscribe((state, before) => {
      if (state.version !== before.version) onChange();
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, []);
  return { world, version };
}
