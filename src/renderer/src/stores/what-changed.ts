/** What the latest event or act changed, or the one that was gone back to. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Fact } from '../../../shared/facts.ts';
import type { EventEntry } from '../../../shared/history-contract.ts';
import { type WhatChanged, whatChanged } from '../../../views/what-changed/what-changed.ts';
import { whatChangedAt } from '../../../views/what-changed/what-changed-at.ts';
import { followFacts, workspace } from './workspace.ts';

interface WhatChangedState {
  readonly change: WhatChanged | null;
  /** Rises with each that somebody has just seen happen: what changed is outlined then. */
  readonly number: number;
}

const store = createStore<WhatChangedState>(() => ({ change: null, number: 0 }));

export const useWhatChanged = (): WhatChangedState => useStore(store);

/** While time runs, nobody reads faster. */
const PLAYING_INTERVAL_MS = 250;
let shownAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;
let latest: WhatChanged | null = null;

followFacts((facts) => {
  clearTimeout(timer);
  timer = undefined;
  if (facts === null) {
    latest = null;
    store.setState({ change: null });
    return;
  }
  const { clock } = workspace.getState();
  latest = whatChanged(ofLastInstant(facts), clock?.startAt ?? 0) ?? latest;
  const waitMs = clock?.playing ? shownAt + PLAYING_INTERVAL_MS - performance.now() : 0;
  if (waitMs <= 0) showLatest();
  else timer = setTimeout(showLatest, waitMs);
});

function showLatest(): void {
  const change = latest;
  latest = null;
  if (change === null) return;
  shownAt = performance.now();
  store.setState(({ number }) => ({ change, number: number + 1 }));
}

/** The workspace stands at the end of `event` again. `isSeen`: one has just gone there, so what changed is outlined. */
export function cameTo(event: EventEntry, isSeen: boolean): void {
  const { world, clock } = workspace.getState();
  if (world === null || clock === null) return;
  const change = whatChangedAt(world, event, clock.startAt);
  store.setState(({ number }) => ({ change, number: isSeen ? number + 1 : number }));
}

/** Whether nothing is known about what changed: a new world was loaded, or it went to another point in time. */
export const isWhatChangedUnknown = (): boolean => store.getState().change === null;

function ofLastInstant(facts: readonly Fact[]): readonly Fact[] {
  const last = facts.at(-1);
  return last === undefined ? [] : facts.slice(facts.findLastIndex(({ at }) => at !== last.at) + 1);
}
