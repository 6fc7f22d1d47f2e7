/** How this window looks at the workspace: through whose eyes. Kept for the next visit. */
import { useStore } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

export interface ViewState {
  /** A user's name, or `null` for everybody (the trainer). */
  readonly viewAs: string | null;
  /** What the first start says was read. */
  readonly welcomeDismissed: boolean;
}

export const view = createStore<ViewState>()(
  persist((): ViewState => ({ viewAs: null, welcomeDismissed: false }), {
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

/** The person called `from` is called `to` now: whoever looks through their eyes goes on to. */
export function followName(from: string, to: string): void {
  if (view.getState().viewAs === from) viewAs(to);
}
