/** How this window looks at the workspace: through whose eyes, by which timeline. Kept for the next visit. */
import { useStore } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

/** An Action's timeline to scale, with long waits folded, or with one slot an event. */
export const TIMELINE_MODES = ['to scale', 'folded', 'by event'] as const;
export type TimelineMode = (typeof TIMELINE_MODES)[number];

export interface ViewState {
  /** A user's name, or `null` for everybody (the trainer). */
  readonly viewAs: string | null;
  /** What the first start says was read. */
  readonly welcomeDismissed: boolean;
  readonly timelineMode: TimelineMode;
}

export const view = createStore<ViewState>()(
  persist((): ViewState => ({ viewAs: null, welcomeDismissed: false, timelineMode: 'folded' }), {
    name: 'trigger-lab:view',
    storage: createJSONStorage(() => localStorage),
  }),
);

/** Reads how this window looks at the workspace. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(view, select);
}

/** Looks through the eyes of `user`; `null` for everybody. */
export function viewAs(user: string | null): void {
  view.setState({ viewAs: user });
}

/** Draws timelines so from now on. */
export function readTimelineBy(timelineMode: TimelineMode): void {
  view.setState({ timelineMode });
}

/** The person called `from` is called `to` now: whoever looks through their eyes goes on to. */
export function followName(from: string, to: string): void {
  if (view.getState().viewAs === from) viewAs(to);
}
