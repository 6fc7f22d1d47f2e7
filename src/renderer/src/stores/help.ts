/** Whether Help is open in this window, and where: what other screens lead to. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { HelpPart } from '../../../shared/help.ts';

export interface HelpPlace {
  readonly part: HelpPart;
  /** What is looked for there: the number of a rule, or a document with its section, `docs/lab.md#assumptions`. */
  readonly at?: string | undefined;
}

interface HelpState {
  readonly place: HelpPlace | null;
  /** Rises with each opening, so that asking for the same place again leads there again. */
  readonly number: number;
}

const help = createStore<HelpState>(() => ({ place: null, number: 0 }));

export const useHelp = (): HelpState => useStore(help);
export const openHelp = (place: HelpPlace): void => help.setState(({ number }) => ({ place, number: number + 1 }));
export const closeHelp = (): void => help.setState({ place: null });
/** What the screen that is shown is about, and the keys. */
export const openHelpHere = (): void => openHelp({ part: 'here' });
/** Whose work the app comes with. */
export const openThirdPartyNotices = (): void => openHelp({ part: 'documents', at: 'docs/third-party-notices.md' });
