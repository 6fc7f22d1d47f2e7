/** What Help shows of other features, which it does not know. */
import type { ReactNode } from 'react';

/** What keys do. */
export interface KeyGroup {
  readonly title: string;
  readonly entries: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

/** The legend of a chart. */
export interface MarkLegend {
  readonly legend: ReactNode;
  /** Its words, for search. */
  readonly labels: readonly string[];
}

export interface HelpSlots {
  readonly keys: readonly KeyGroup[];
  /** What this is, and what to try first. */
  readonly start: ReactNode;
  /** The legend of an Action's timeline. */
  readonly marks: MarkLegend;
}
