/** What only the simulator knows: what comes, or what something would lead to. In a lesson it is for the class to find out. */
import type { ReactNode } from 'react';
import { useHidesWhatComes } from '../stores/lesson-view.ts';

export function Foreseen({ children }: { readonly children: ReactNode }) {
  return useHidesWhatComes() ? null : children;
}
