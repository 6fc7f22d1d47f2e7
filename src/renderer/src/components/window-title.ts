/** What the window is called: what it shows, where, and whether something in it is not saved. */
import { useDocumentTitle } from '@mantine/hooks';
import { useStore } from 'zustand';
import { isDesktop, isMac } from '../client/host.ts';
import { unsaved } from '../stores/address.ts';

/** `parts`: from what is shown to where that is; those that are empty are left out. */
export function useWindowTitle(...parts: readonly string[]): void {
  const isEdited = useStore(unsaved, ({ isThere }) => isThere);
  // A Mac has a mark of its own for it, in the window's red button.
  const mark = isEdited && !(isDesktop() && isMac()) ? '• ' : '';
  useDocumentTitle(`${mark}${[...parts, 'Trigger Lab'].filter(Boolean).join(' · ')}`);
}
