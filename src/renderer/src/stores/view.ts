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
  /** While a lesson has chosen that: whom the person had chosen. */
  readonly lent: { readonly chosen: string | null } | null;
  /** What the first start says was read. */
  readonly welcomeDismissed: boolean;
  readonly timelineMode: TimelineMode;
  /** The system tells of Cases that need attention while this window is not in front. */
  readonly notifies: boolean;
}

export const view = createStore<ViewState>()(
  persist(
    (): ViewState => ({
      viewAs: null,
      lent: null,
      welcomeDismissed: false,
      timelineMode: 'folded',
      notifies: false,
    }),
    {
      name: 'trigger-lab:view',
      storage: createJSONStorage(() => localStorage),
    },
  ),
);

/** Reads how this window looks at the workspace. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(view, select);
}

/** Looks through the eyes of `user`; `null` for everybody. Chosen by hand, it stays. */
export function viewAs(user: string | null): void {
  view.setState({ viewAs: user, lent: null });
}

/** Looks through the eyes of `user` until they are taken back. */
export function lendEyes(user: string): void {
  view.setState(({ viewAs: chosen, lent }) => ({ viewAs: user, lent: lent ?? { chosen } }));
}

/** Looks through the eyes again that were chosen by hand. */
export function takeEyesBack(): void {
  view.setState(({ viewAs: user, lent }) => ({ viewAs: lent === null ? user : lent.chosen, lent: null }));
}

/** Whoever is not among `users` is nobody to look as: then it is everybody again. */
export function lookAsOneOf(users: ReadonlyMap<string, unknown>): void {
  const known = (user: string | null) => (user !== null && users.has(user) ? user : null);
  const { viewAs: user, lent } = view.getState();
  if (user === null || users.has(user)) return;
  view.setState({ viewAs: known(lent?.chosen ?? null), lent: null });
}

/** Draws timelines so from now on. */
export function readTimelineBy(timelineMode: TimelineMode): void {
  view.setState({ timelineMode });
}

/** The person called `from` is called `to` now: whoever looks through their eyes goes on to. */
export function followName(from: string, to: string): void {
  view.setState(({ viewAs: user, lent }) => ({
    viewAs: user === from ? to : user,
    lent: lent?.chosen === from ? { chosen: to } : lent,
  }));
}
