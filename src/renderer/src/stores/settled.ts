/** The workspace for what is long, or read rather than watched: looked at again a few times a second, however fast things happen. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ClockState } from '../../../shared/clock-contract.ts';
import type { World } from '../../../shared/world.ts';
import { clockOf, type WorkspaceState, workspace } from './workspace.ts';

/** Follows the workspace: the first change shows at once, those that come fast every `intervalMs`, the last one always. */
function following(intervalMs: number) {
  const store = createStore<WorkspaceState>(() => workspace.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    lookedAt = performance.now();
    store.setState(workspace.getState(), true);
  };
  workspace.subscribe((state, before) => {
    const waitMs = lookedAt + intervalMs - performance.now();
    if (waitMs <= 0 || state.world !== before.world) look();
    else timer ??= setTimeout(look, waitMs);
  });
  return store;
}

// All that follows at one pace is drawn in one frame: a table is laid out once for all its rows.
const calm = following(100);
const settled = following(250);

type Following = ReturnType<typeof following>;

/** The world, which changes in place; renders again with each of its versions that `store` shows. */
function useWorldOf(store: Following): { readonly world: World | null; readonly version: number } {
  return { world: useStore(store, (state) => state.world), version: useStore(store, (state) => state.version) };
}

function useFrom<T>(store: Following, read: (world: World) => T, dependencies: readonly unknown[]): T | null {
  const { world, version } = useWorldOf(store);
  // What is read depends on the version too, for the world changes in place. The dependencies are checked where this is called.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => (world === null ? null : read(world)), [world, version, ...dependencies]);
}

/**
 * What `read` makes of the world: again when the world changed, at most ten times a second, or one of what else it reads, which
 * `dependencies` list as those of `useMemo`. For long lists. `null` until the first snapshot came.
 */
export function useFromCalmWorld<T>(read: (world: World) => T, dependencies: readonly unknown[]): T | null {
  return useFrom(calm, read, dependencies);
}

/** The same at most four times a second: for what is counted or worked out from all of the world. */
export function useFromSettledWorld<T>(read: (world: World) => T, dependencies: readonly unknown[]): T | null {
  return useFrom(settled, read, dependencies);
}

/** The world itself, for what is looked up in it while rendering; again as often as `useFromCalmWorld`. */
export const useCalmWorld = (): World | null => useWorldOf(calm).world;

/** The same, as often as `useFromSettledWorld`. */
export const useSettledWorld = (): World | null => useWorldOf(settled).world;

/** Like `useClock`, at most ten times a second: for words that nobody reads faster. */
export function useCalmClock<T>(select: (clock: ClockState) => T): T {
  return useStore(calm, (state) => select(clockOf(state)));
}
