/** What the latest event or act changed, or the one that was gone back to: the same however one came there. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ActionRef } from '../../../shared/model.ts';
import type { WhatChanged } from '../../../shared/what-changed.ts';
import { isSeen } from '../../../views/what-changed/what-changed.ts';
import { followFacts } from './workspace.ts';

interface WhatChangedState {
  readonly change: WhatChanged | null;
  /** Rises with each that somebody has just seen happen: what changed is outlined then. */
  readonly number: number;
}

const store = createStore<WhatChangedState>(() => ({ change: null, number: 0 }));

export const useWhatChanged = (): WhatChangedState => useStore(store);

/** How many of an Action's `factCount` facts there were before what changed last; all where that was not about it. */
export function useFactCountBefore(ref: ActionRef, factCount: number): number {
  return useStore(store, ({ change }) => {
    const changed = change?.actions.find((action) => action.ref === ref);
    return factCount - (changed?.factCount ?? 0);
  });
}

/** Whether something has changed since it was last said what. */
let isUnsaid = false;

followFacts((facts) => {
  // Another world, or another point in time.
  if (facts === null) store.setState({ change: null });
  isUnsaid ||= facts === null || facts.some(isSeen);
});

/** Says what the last event changed. `isWatched`: somebody has just seen it happen, or went there. */
export function sayWhatChanged(change: WhatChanged | null, isWatched: boolean): void {
  store.setState((before) => {
    const isNew = isUnsaid || (change !== null && change.sentence !== before.change?.sentence);
    return { change, number: isWatched && isNew ? before.number + 1 : before.number };
  });
  isUnsaid = false;
}
