/** What definitions are called in sentences. */
import type { Edit } from '../../shared/edits.ts';

/** A section's noun. */
export const NOUNS: Readonly<Record<Edit['section'], string>> = {
  settings: 'system-wide settings',
  queues: 'queue',
  users: 'user',
  externalApis: 'external API',
  actionTypes: 'Action type',
  caseTypes: 'Case type',
};

/** Why a name cannot be given again: *There is a queue AP already.* */
export function nameIsTaken(section: Edit['section'], name: string): string {
  const noun = NOUNS[section];
  return `There is ${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun} ${name} already. Choose another name.`;
}
