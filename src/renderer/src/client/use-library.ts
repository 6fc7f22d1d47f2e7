/** The built-in scenarios, asked for once. */
import { useEffect, useState } from 'react';
import type { LibraryEntry } from '../../../shared/contract.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { client } from './client.ts';

export type Library =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly entries: readonly LibraryEntry[] }
  | { readonly state: 'failed'; readonly message: string };

/** They do not change while the app runs. */
let known: readonly LibraryEntry[] | null = null;

export function useLibrary(): Library {
  const [library, setLibrary] = useState<Library>(() =>
    known === null ? { state: 'loading' } : { state: 'loaded', entries: known },
  );
  const isConnecting = useWorkspace(({ connection }) => connection === 'connecting');
  useEffect(() => {
    // Keys are heeded from the start: the palette may be open before there is anybody to ask.
    if (known !== null || isConnecting) return;
    let isGone = false;
    const show = (next: Library) => {
      if (!isGone) setLibrary(next);
    };
    client()
      .scenarios.library()
      .then(
        (entries) => {
          known = entries;
          show({ state: 'loaded', entries });
        },
        (error: unknown) => show({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    return () => {
      isGone = true;
    };
  }, [isConnecting]);
  return library;
}
