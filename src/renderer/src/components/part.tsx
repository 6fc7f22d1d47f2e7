/**
 * A part of the page that has a file of its own: it is loaded when it is first shown, or ahead of that, and from then on shows at
 * once like any other. (React's own `lazy` shows its fallback even for what is loaded already, and then for 300 ms at least.)
 */
import { Button } from '@mantine/core';
import { type ComponentType, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { EmptyState } from './empty-state.tsx';

export type Part<Props> = ComponentType<Props> & {
  /** Loads it ahead. Never rejects: where the file cannot be had, what is shown says so, and showing it again tries again. */
  readonly load: () => Promise<void>;
};

/** As Chromium, Firefox and Safari say it. */
const NOT_FETCHED = /Failed to fetch dynamically|error loading dynamically|Importing a module script failed/;

interface Loading<Props> {
  readonly Loaded: ComponentType<Props> | null;
  readonly isMissing: boolean;
}

/** `load` imports the file; `meanwhile` stands in its place until it is there. */
export function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): Part<Props> {
  const store = createStore<Loading<Props>>(() => ({ Loaded: null, isMissing: false }));
  let loading: Promise<void> | null = null;
  const loadOnce = () => {
    loading ??= load().then(
      (Loaded) => store.setState({ Loaded, isMissing: false }),
      (error: unknown) => {
        loading = null;
        store.setState({ isMissing: true });
        // The person is told below; what is wrong with a file that is there is a bug, for whoever looks.
        if (!NOT_FETCHED.test(String(error))) reportError(error);
      },
    );
    return loading;
  };
  function Shown(props: Props) {
    const { Loaded, isMissing } = useStore(store);
    useEffect(() => void loadOnce(), []);
    if (Loaded !== null) return <Loaded {...props} />;
    return isMissing ? <Missing /> : meanwhile;
  }
  return Object.assign(Shown, { load: loadOnce });
}

/** The simulator was stopped, or another version of it is running now. */
function Missing() {
  return (
    <div role="alert">
      <EmptyState
        sentence="This part of the page could not be loaded. Check that Trigger Lab is still running, then reload the page."
        action={
          <Button variant="default" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      />
    </div>
  );
}

/** Loads these one after the other, each when the browser has nothing else to do. */
export async function loadAhead(parts: readonly Pick<Part<never>, 'load'>[]): Promise<void> {
  for (const each of parts) {
    await idle();
    await each.load();
  }
}

/** Safari has no idea of it. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
