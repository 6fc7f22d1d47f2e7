/** What definitions are called in refusals. */
import type { Edit } from '../../shared/edits.ts';
import { WORDS } from '../../shared/word-table.ts';

/** Why a name cannot be given again: *There is already a queue AP.* */
export function nameIsTaken(section: Edit['section'], name: string): string {
  const { noun } = WORDS.definition[section];
  return `There is already ${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun} ${name}. Choose another name.`;
}
