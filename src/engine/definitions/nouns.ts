/** What definitions are called in refusals. */
import type { Edit } from '../../shared/edits.ts';
import { WORDS } from '../../shared/word-table.ts';

/** Why a name cannot be given again: *There is a queue AP already.* */
export function nameIsTaken(section: Edit['section'], name: string): string {
  const { noun } = WORDS.definition[section];
  return `There is ${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun} ${name} already. Choose another name.`;
}
