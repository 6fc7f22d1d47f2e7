/** The latest thing that was done, for the status line that screen readers and scripts read (ui.md, refusals and results). */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Announcement {
  readonly text: string;
  /** Rises, so that the same sentence is read again. */
  readonly number: number;
}

const announcement = createStore<Announcement>(() => ({ text: '', number: 0 }));

export function announce(text: string): void {
  announcement.setState(({ number }) => ({ text, number: number + 1 }));
}

export const useAnnouncement = (): Announcement => useStore(announcement);
