/** Names of what is about to be made: whether one will do, and one to suggest. */
import { nameIsTaken } from '../../../engine/definitions/nouns.ts';
import { DEFINITION_NAMES, type Section } from '../../../shared/edits.ts';
import { WORDS } from '../../../shared/word-table.ts';
import { sentence } from '../components/sentence.ts';

/** What is wrong with the name of a new definition, in a sentence; `null` where it will do. */
export function nameProblem(section: Section, name: string, taken: ReadonlySet<string>): string | null {
  if (name === '') return `Type a name for the ${WORDS.definition[section].noun}.`;
  const { error } = DEFINITION_NAMES[section].safeParse(name);
  if (error) return sentence(error.issues[0]?.message ?? 'expected a name');
  return taken.has(name) ? nameIsTaken(section, name) : null;
}

/** `post-invoice-copy`, or `post-invoice-copy-2` where that is taken. */
export function copyName(name: string, taken: ReadonlySet<string>): string {
  const first = `${name}-copy`;
  if (!taken.has(first)) return first;
  for (let number = 2; ; number += 1) if (!taken.has(`${first}-${number}`)) return `${first}-${number}`;
}
