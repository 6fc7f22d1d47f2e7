/** An edit in words, for what undoes and redoes it. */

import type { Edit } from '../../shared/edits.ts';
import { WORDS } from '../../shared/word-table.ts';

/** The edits that are undone or redone at once: `change of the Action type post-invoice and change of the system-wide settings`. */
export const editsInWords = (edits: readonly Edit[]): string => edits.map(editInWords).join(' and ');

/**
 * `new queue AP`, `change of the Action type post-invoice`, `change of the system-wide settings`, `new name of the queue AP:
 * Accounts Payable`.
 */
export function editInWords({ section, name, before, after, renamedTo }: Edit): string {
  if (section === 'settings') return `change of the ${WORDS.definition.settings.noun}`;
  const what = `${WORDS.definition[section].noun} ${name}`;
  if (renamedTo !== undefined) return `new name of the ${what}: ${renamedTo}`;
  if (before === null) return `new ${what}`;
  if (after === null) return `deletion of the ${what}`;
  return before.place === after.place ? `change of the ${what}` : `move of the ${what}`;
}
