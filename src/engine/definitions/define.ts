/** The Builder's edits: making, replacing, deleting and ordering definitions, undoing and redoing. */
import type { ActionType, ExternalApi, Settings } from '../../shared/definitions.ts';
import type { Definition, Edit, Section } from '../../shared/edits.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import type { World } from '../../shared/world.ts';
import { maximumSaved } from '../connection/maximum.ts';
import { cannotMove } from '../connection/real-api.ts';
import { retryPatternFor } from '../connection/retry.ts';
import { definitionsIn, presentSide } from './edits.ts';
import { missingName, usesOf } from './in-use.ts';
import { nameIsTaken } from './nouns.ts';

/** Makes a definition, last in its section; refused where the name is taken or one that it uses is not defined. */
export function createDefinition(world: World, definition: Definition, by: string, at: Instant): Fact[] | Rejection {
  const { section, name } = definition;
  const known = definitionsIn(world, section);
  if (known.has(name)) return reject('exists', nameIsTaken(section, name));
  const problem = unknownIn(world, definition);
  if (problem) return problem;
  const after = { value: wholeOf(definition), place: known.size };
  return [edited({ section, name, before: null, after } as Edit, 'new', by, at)];
}

/** Replaces a definition as a whole; what lives on goes on by it, a changed maximum at once (R18–R24). */
export function saveDefinition(world: World, definition: Definition, by: string, at: Instant): Fact[] | Rejection {
  const { section, name } = definition;
  const before = presentSide(world, section, name);
  if (before === null) return reject('unknown', `There is no ${WORDS.definition[section].noun} ${name}.`);
  const problem = unknownIn(world, definition);
  if (problem) return problem;
  const edit = { section, name, before, after: { ...before, value: wholeOf(definition) } } as Edit;
  return inForce(world, edit, 'new', by, at);
}

/** Deletes a definition; refused as long as anything uses it, and says what does. */
export function deleteDefinition(
  world: World,
  section: Section,
  name: string,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const before = presentSide(world, section, name);
  if (before === null) return reject('unknown', `There is no ${WORDS.definition[section].noun} ${name}.`);
  const edit = { section, name, before, after: null } as Edit;
  return stillUsed(world, edit, 'deleted') ?? [edited(edit, 'new', by, at)];
}

/** Moves a definition to another place of its section; places beyond the end mean the end. */
export function moveDefinition(
  world: World,
  { section, name, place }: { readonly section: Section; readonly name: string; readonly place: number },
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const before = presentSide(world, section, name);
  if (before === null) return reject('unknown', `There is no ${WORDS.definition[section].noun} ${name}.`);
  const target = Math.min(place, definitionsIn(world, section).size - 1);
  if (target === before.place) return [];
  return [edited({ section, name, before, after: { ...before, place: target } } as Edit, 'new', by, at)];
}

/** Takes the latest edit back; refused where what it made is in use by now. */
export function undoEdit(world: World, by: string, at: Instant): Fact[] | Rejection {
  const edit = world.edits.done.at(-1);
  if (!edit) return reject('notAllowed', 'There is no edit to undo.');
  if (edit.before === null) return stillUsed(world, edit, 'undone') ?? [edited(edit, 'undo', by, at)];
  return inForce(world, edit, 'undo', by, at);
}

/** Makes the edit again that was undone last. */
export function redoEdit(world: World, by: string, at: Instant): Fact[] | Rejection {
  const edit = world.edits.undone.at(-1);
  if (!edit) return reject('notAllowed', 'There is no edit to redo.');
  if (edit.after === null) return stillUsed(world, edit, 'deleted') ?? [edited(edit, 'redo', by, at)];
  return inForce(world, edit, 'redo', by, at);
}

const wholeOf = (definition: Definition) => ('value' in definition ? definition.value : null);

function edited(edit: Edit, course: 'new' | 'undo' | 'redo', by: string, at: Instant): Fact {
  return { type: 'definitionEdited', at, edit, course, by };
}

/** The edit, and what a new maximum does to Actions; refused where what lives cannot go on by it. */
function inForce(
  world: World,
  edit: Edit,
  course: 'new' | 'undo' | 'redo',
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const side = course === 'undo' ? edit.before : edit.after;
  const url = edit.section === 'externalApis' && side !== null ? (side.value as ExternalApi).url : null;
  const refusal = changedKind(world, edit) ?? (url === null ? null : cannotMove(world, edit.name, url));
  if (refusal !== null) return refusal;
  // Only settings and Action types have a maximum.
  if (edit.section !== 'settings' && edit.section !== 'actionTypes') return [edited(edit, course, by, at)];
  const maximumAfter = (name: string): number => {
    const settings = edit.section === 'settings' && side !== null ? (side.value as Settings) : world.settings;
    const type =
      edit.section === 'actionTypes' && edit.name === name && side !== null
        ? (side.value as ActionType)
        : world.actionTypes.get(name);
    return retryPatternFor(settings, type).max;
  };
  return [
    edited(edit, course, by, at),
    ...maximumSaved(world, by, at, (name) => ({
      from: retryPatternFor(world.settings, world.actionTypes.get(name)).max,
      to: maximumAfter(name),
    })),
  ];
}

function unknownIn(world: World, definition: Definition): Rejection | null {
  const missing = missingName(world, definition);
  return missing === null ? null : reject('unknown', `There is no ${missing}.`, 'S3', 'S5');
}

function stillUsed(world: World, { section, name }: Edit, what: 'deleted' | 'undone'): Rejection | null {
  if (section === 'settings') return null;
  const uses = usesOf(world, section, name);
  if (uses.length === 0) return null;
  const shown = uses.length > 4 ? [...uses.slice(0, 3), `${uses.length - 3} more`] : uses;
  const list = shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  const act = what === 'deleted' ? 'cannot be deleted' : 'cannot be taken back';
  return reject('notAllowed', `The ${WORDS.definition[section].noun} ${name} ${act}. It is in use: ${list}.`);
}

/** An Action that lives was made as manual or as an API Action, and stays it. */
function changedKind(world: World, { section, name, before, after }: Edit): Rejection | null {
  if (section !== 'actionTypes' || before === null || after === null) return null;
  const isSame = ((before.value as ActionType).manual === true) === ((after.value as ActionType).manual === true);
  if (isSame) return null;
  const hasActions = [...world.actions.values()].some(({ actionType }) => actionType === name);
  if (!hasActions) return null;
  return reject(
    'notAllowed',
    `${name} has Actions already, so it stays what it is: clone it to make the other kind.`,
    'S3',
  );
}
