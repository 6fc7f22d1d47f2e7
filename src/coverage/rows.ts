/** The rows of the state table as things that scenarios take: a name for each, and the ending that it brings. */
import { TRANSITIONS, WAITING_PHASES } from '../engine/action/lifecycle.ts';
import type { Transition } from '../shared/transition.ts';

/** Stays the same as long as the row is about the same: `calling: failed [n < M]`. */
export const rowId = ({ from, event, guard }: Pick<Transition, 'from' | 'event' | 'guard'>): string =>
  guard === undefined ? `${from}: ${event}` : `${from}: ${event} [${guard}]`;

/**
 * How the wait, or the life, of an Action ends by a row: `Done Successfully (Updated by Integration)`, `To Do (Timeout)`; `null` where
 * it goes on.
 */
export function endingOfRow({ from, to, status, reason, resolutionMethod }: Transition): string | null {
  if (to === 'closed' && from !== 'closed') return `${resolutionMethod} (${reason})`;
  return to === 'manual' && WAITING_PHASES.includes(from) ? `${status} (${reason})` : null;
}

/** All of them, in the order of the table. */
export const ROW_ENDINGS: readonly string[] = [...new Set(TRANSITIONS.flatMap((row) => endingOfRow(row) ?? []))];
