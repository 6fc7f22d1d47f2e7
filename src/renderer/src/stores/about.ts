/** Whether *About Trigger Lab* is open in this window. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const about = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const useAboutIsOpen = (): boolean => useStore(about, ({ isOpen }) => isOpen);
export const openAbout = (): void => about.setState({ isOpen: true });
export const closeAbout = (): void => about.setState({ isOpen: false });
