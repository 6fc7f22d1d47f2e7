/** The workspace for what is long, or read rather than watched: looked at again a few times a second, however fast things happen. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ClockState } from '../../../shared/contract.ts';
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

/** The world, and the version of it to be shown; `null` until the first snapshot came. */
interface Shown {
  readonly world: World | null;
  readonly version: number;
}

/** Like `useWorld`, but its version rises at most ten times a second: for long lists. */
export function useCalmWorld(): Shown {
  return { world: useStore(calm, (state) => state.world), version: useStore(calm, (state) => state.version) };
}

/** The same at most four times a second: for what is counted or worked out from all of the world. */
export function useSettledWorld(): Shown {
  return { world: useStore(settled, (state) => state.world), version: useStore(settled, (state) => state.version) };
}

/** Like `useClock`, at most ten times a second: for words that nobody reads faster. */
export function useCalmClock<T>(select: (clock: ClockState) => T): T {
  return useStore(calm, (state) => select(clockOf(state)));
}
