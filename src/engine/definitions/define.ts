/** The Builder's edits: making, replacing, renaming, deleting and ordering definitions, undoing and redoing. */
import type { ActionType, Settings } from '../../shared/definitions.ts';
import {
  type Definition,
  type Edit,
  type Editable,
  type EditCourse,
  type Named,
  nextToRedo,
  nextToUndo,
  type SavedDefinition,
  type Section,
  type Side,
  type Whole,
} from '../../shared/edits.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import type { World } from '../../shared/world.ts';
import { maximumSaved } from '../connection/maximum.ts';
import { cannotMove } from '../connection/real-api.ts';
import { retryPatternFor } from '../connection/retry.ts';
import { definitionsIn, presentSide, settingsOf } from './edits.ts';
import { missingName, usesOf } from './in-use.ts';
import { nameIsTaken } from './nouns.ts';
import { changedActionType, changedExternalApi, changedSettings, changedUser } from './settings.ts';

/** Makes a definition, last in its section; refused where the name is taken or one that it uses is not defined. */
export function createDefinition(world: World, definition: Definition, by: string, at: Instant): Fact[] | Rejection {
  const { section, name } = definition;
  const known = definitionsIn(world, section);
  if (known.has(name)) return reject('exists', nameIsTaken(section, name));
  const whole = wholeOf(definition);
  return unknownIn(world, whole) ?? [edited(editOf(whole, null, known.size), 'new', by, at)];
}

/**
 * Saves definitions, each as a whole or what is to change of it: all or none, one step to undo; none of them twice. Live Actions
 * continue by them, a changed maximum applies at once (R18–R24). Deadlines that run already and allocations that were made stay
 * (R38, R41); responses already on their way still arrive.
 */
export function saveDefinition(
  world: World,
  saved: readonly SavedDefinition[],
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const edits: Edit[] = [];
  for (const each of saved) {
    const name = 'name' in each ? each.name : '';
    const whole = wholeAfter(world, each);
    const edit = whole && editOfSave(world, whole);
    if (whole === null || edit === null) return unknown(each.section, name);
    const refusal = unknownIn(world, whole) ?? callsNothing(world, each) ?? savedTwice(edits, edit);
    if (refusal !== null) return refusal;
    edits.push(edits.length === 0 ? edit : { ...edit, joined: true });
  }
  return inForce(world, edits, 'new', by, at);
}

/** Deletes a definition; refused as long as anything uses it, and says what does. */
export function deleteDefinition(
  world: World,
  section: Section,
  name: string,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const edit = editOfPresent(world, section, name, null);
  if (edit === null) return unknown(section, name);
  return stillUsed(world, edit, 'deleted') ?? [edited(edit, 'new', by, at)];
}

/** Moves a definition to another place of its section; places beyond the end mean the end. */
export function moveDefinition(
  world: World,
  { section, name, place }: { readonly section: Section; readonly name: string; readonly place: number },
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const target = Math.min(place, definitionsIn(world, section).size - 1);
  const edit = editOfPresent(world, section, name, target);
  if (edit === null) return unknown(section, name);
  return edit.after?.place === edit.before?.place ? [] : [edited(edit, 'new', by, at)];
}

/** Renames a queue or a person; refused where nothing has the old name, or something the new one. The same name changes nothing. */
export function renameDefinition(
  world: World,
  { section, name, to }: { readonly section: Named; readonly name: string; readonly to: string },
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const side = presentSide(world, section, name);
  if (side === null) return unknown(section, name);
  if (to === name) return [];
  if (definitionsIn(world, section).has(to)) return reject('exists', nameIsTaken(section, to));
  const edit = { section, name, before: side, after: side, renamedTo: to } as Edit<Named>;
  return [edited(edit, 'new', by, at)];
}

/** Takes the latest edit back, with those that were saved together with it; refused where what it made is in use by now. */
export function undoEdit(world: World, by: string, at: Instant): Fact[] | Rejection {
  const edits = nextToUndo(world.edits);
  const [edit] = edits;
  if (!edit) return reject('notAllowed', 'There is no edit to undo.');
  if (edit.before === null) return stillUsed(world, edit, 'undone') ?? [edited(edit, 'undo', by, at)];
  return inForce(world, edits.toReversed(), 'undo', by, at);
}

/** Makes the edit again that was undone last. */
export function redoEdit(world: World, by: string, at: Instant): Fact[] | Rejection {
  const edits = nextToRedo(world.edits);
  const [edit] = edits;
  if (!edit) return reject('notAllowed', 'There is no edit to redo.');
  if (edit.after === null) return stillUsed(world, edit, 'deleted') ?? [edited(edit, 'redo', by, at)];
  return inForce(world, edits, 'redo', by, at);
}

const wholeOf = (definition: Definition): Whole<Section> =>
  definition.section === 'queues' ? { ...definition, value: null } : definition;

/** What a save makes of what is defined; `null` where there is nothing to be changed. */
function wholeAfter(world: World, saved: SavedDefinition): Whole | null {
  if (!('change' in saved)) return wholeOf(saved);
  switch (saved.section) {
    case 'settings':
      return { section: saved.section, name: '', value: changedSettings(world.settings, saved.change) };
    case 'users': {
      const { section, name, change } = saved;
      const before = world.users.get(name);
      return before ? { section, name, value: changedUser(before, change) } : null;
    }
    case 'externalApis': {
      const { section, name, change } = saved;
      const before = world.externalApis.get(name);
      return before ? { section, name, value: changedExternalApi(before.definition, change) } : null;
    }
    case 'actionTypes': {
      const { section, name, change } = saved;
      const before = world.actionTypes.get(name);
      return before ? { section, name, value: changedActionType(before, change) } : null;
    }
  }
}

function editOf<S extends Editable>(
  { section, name, value }: Whole<S>,
  before: Side<S> | null,
  place: number,
): Edit<S> {
  return { section, name, before, after: { value, place } };
}

/** `null` where nothing of this name is defined. */
function editOfSave<S extends Editable>(world: World, whole: Whole<S>): Edit<S> | null {
  const before = presentSide(world, whole.section, whole.name);
  return before && editOf(whole, before, before.place);
}

/** Another place for what is defined, or none; `null` where nothing of this name is. */
function editOfPresent<S extends Section>(
  world: World,
  section: S,
  name: string,
  place: number | null,
): Edit<S> | null {
  const before = presentSide(world, section, name);
  return before && { section, name, before, after: place === null ? null : { ...before, place } };
}

function edited(edit: Edit, course: EditCourse, by: string, at: Instant): Fact {
  return { type: 'definitionEdited', at, edit, course, by };
}

/** The edits, and what a new maximum does to Actions; refused where a live Action could not continue by one of them. */
function inForce(
  world: World,
  edits: readonly Edit[],
  course: EditCourse,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  let settings: Settings | undefined;
  const types = new Map<string, ActionType>();
  for (const edit of edits) {
    const refusal = changedKind(world, edit) ?? movedWhileReal(world, edit, course);
    if (refusal !== null) return refusal;
    if (edit.section === 'settings') settings = sideOf<'settings'>(edit, course)?.value;
    const type = edit.section === 'actionTypes' ? sideOf<'actionTypes'>(edit, course)?.value : undefined;
    if (type !== undefined) types.set(edit.name, type);
  }
  const facts = edits.map((edit) => edited(edit, course, by, at));
  // Nothing else has a maximum.
  if (settings === undefined && types.size === 0) return facts;
  return [
    ...facts,
    ...maximumSaved(world, by, at, (name) => ({
      from: retryPatternFor(world.settings, world.actionTypes.get(name)).max,
      to: retryPatternFor(settings ?? world.settings, types.get(name) ?? world.actionTypes.get(name)).max,
    })),
  ];
}

function sideOf<S extends Editable>(edit: Edit<S>, course: EditCourse): Side<S> | null {
  return course === 'undo' ? edit.before : edit.after;
}

function movedWhileReal(world: World, edit: Edit, course: EditCourse): Rejection | null {
  const api = edit.section === 'externalApis' ? sideOf<'externalApis'>(edit, course) : null;
  return api && cannotMove(world, edit.name, api.value.url);
}

function unknown(section: Editable, name: string): Rejection {
  return reject('unknown', `There is no ${WORDS.definition[section].noun} ${name}.`, ...settingsOf(section));
}

function savedTwice(edits: readonly Edit[], { section, name }: Edit): Rejection | null {
  if (!edits.some((edit) => edit.section === section && edit.name === name)) return null;
  const what = name === '' ? WORDS.definition[section].noun : `${WORDS.definition[section].noun} ${name}`;
  return reject('notAllowed', `One save holds the ${what} twice. Expected each definition once.`);
}

function unknownIn(world: World, whole: Whole): Rejection | null {
  const missing = missingName(world, whole);
  return missing === null ? null : reject('unknown', `There is no ${missing}.`, ...settingsOf(whole.section));
}

/** A manual Action type cannot be given an API: that would make it one of the other kind. */
function callsNothing(world: World, saved: SavedDefinition): Rejection | null {
  if (saved.section !== 'actionTypes' || !('change' in saved) || saved.change.externalApi === undefined) return null;
  if (world.actionTypes.get(saved.name)?.manual !== true) return null;
  return reject('notAllowed', `${saved.name} is a manual Action type; it calls no External API.`, 'S3');
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

/** A live Action was made as a manual or an API Action, and remains one. */
function changedKind(world: World, edit: Edit): Rejection | null {
  if (edit.section !== 'actionTypes') return null;
  const { name, before, after } = edit;
  if (before === null || after === null) return null;
  const isSame = (before.value.manual === true) === (after.value.manual === true);
  if (isSame) return null;
  const hasActions = [...world.actions.values()].some(({ actionType }) => actionType === name);
  if (!hasActions) return null;
  return reject(
    'notAllowed',
    `${name} has Actions already, so its kind cannot change. Clone it to make the other kind.`,
    'S3',
  );
}
