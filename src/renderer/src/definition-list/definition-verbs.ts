/** What people do with definitions: make, rename, delete, move. Each is an edit that can be undone; refusals show as they are. */
import { definitionsIn } from '../../../engine/definitions/edits.ts';
import { usesOf } from '../../../engine/definitions/in-use.ts';
import type { Named, Section } from '../../../shared/edits.ts';
import { WORDS } from '../../../shared/word-table.ts';
import { act, showDone } from '../client/act.ts';
import { confirm } from '../components/confirm.tsx';
import type { DefinitionText } from '../form/checked-definition.ts';
import { followName } from '../stores/view.ts';
import { workspace } from '../stores/workspace.ts';

/** The names of a section as they are now, in order. */
export function namesIn(section: Section): ReadonlySet<string> {
  const { world } = workspace.getState();
  return new Set(world === null ? [] : definitionsIn(world, section).keys());
}

/** Makes it; true where the rules allowed it and the world has it. */
export async function create(definition: DefinitionText): Promise<boolean> {
  const { section, name } = definition;
  if (!(await act({ type: 'createDefinition', definition }))) return false;
  showDone(`The ${WORDS.definition[section].noun} “${name}” was made.`);
  return true;
}

/** Asks, then deletes; what is in use is not asked about: the rules say what uses it. True where it is gone. */
export async function remove(section: Section, name: string): Promise<boolean> {
  const { world } = workspace.getState();
  const isInUse = world !== null && usesOf(world, section, name).length > 0;
  const question = {
    title: `Delete the ${WORDS.definition[section].noun} “${name}”?`,
    message: 'Nothing uses it. Undo brings it back.',
    confirmLabel: 'Delete',
    danger: true,
  };
  if (!isInUse && !(await confirm(question))) return false;
  if (!(await act({ type: 'deleteDefinition', section, name }))) return false;
  showDone(`The ${WORDS.definition[section].noun} “${name}” was deleted.`);
  return true;
}

/** Gives it another name; true where the rules allowed it and the world has it. Who looks as a renamed person goes on to. */
export async function rename(section: Named, name: string, to: string): Promise<boolean> {
  if (!(await act({ type: 'renameDefinition', section, name, to }))) return false;
  if (section === 'users') followName(name, to);
  showDone(`The ${WORDS.definition[section].noun} “${name}” is called “${to}” now.`);
  return true;
}

/** Moves it to a place of its section, from 0; beyond either end is that end. */
export async function moveTo(section: Section, name: string, place: number): Promise<void> {
  const names = [...namesIn(section)];
  const target = Math.min(Math.max(place, 0), names.length - 1);
  if (names.indexOf(name) === target) return;
  await act({ type: 'moveDefinition', section, name, place: target });
}

/** One place up (-1) or down (1). */
export const moveBy = (section: Section, name: string, by: -1 | 1) =>
  moveTo(section, name, [...namesIn(section)].indexOf(name) + by);
