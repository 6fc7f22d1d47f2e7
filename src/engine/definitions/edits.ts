/** Folding edits into a world: what is defined, in which order, and which edits can be undone and redone. */
import type { ActionType, ExternalApi, Settings, User } from '../../shared/definitions.ts';
import { EDIT_LIMIT, type Edit } from '../../shared/edits.ts';
import type { Fact } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import type { ChangeLog } from '../history/change-log.ts';

/** The definitions of a section by name, in order; an external API without what its simulation keeps. */
export function definitionsIn(world: World, section: Exclude<Edit['section'], 'settings'>): Map<string, unknown> {
  if (section === 'queues') return new Map(world.queues.map((queue) => [queue, null]));
  if (section !== 'externalApis') return world[section];
  return new Map([...world.externalApis].map(([name, { definition }]) => [name, definition]));
}

/** The side of an edit that is in force now; `null` where nothing of this name is defined. */
export function presentSide(world: World, section: Edit['section'], name: string): Side | null {
  if (section === 'settings') return { value: world.settings, place: 0 };
  const known = definitionsIn(world, section);
  return known.has(name) ? { value: known.get(name), place: [...known.keys()].indexOf(name) } : null;
}

/** What is defined, and at which place; its type goes with the section. */
interface Side {
  readonly value: unknown;
  readonly place: number;
}

/** Puts one side of an edit into force. */
function enforce(world: World, { section, name }: Edit, side: Edit['after'], log: ChangeLog | null): void {
  switch (section) {
    case 'settings':
      if (side !== null) world.settings = side.value as Settings;
      return;
    case 'queues': {
      const others = world.queues.filter((queue) => queue !== name);
      world.queues = side === null ? others : others.toSpliced(side.place, 0, name);
      return;
    }
    case 'externalApis': {
      const kept = world.externalApis.get(name) ?? { switch: 'As configured', callCount: 0, lastRequest: null };
      const state = side && { value: { ...kept, definition: side.value as ExternalApi }, place: side.place };
      world.externalApis = placed(world.externalApis, name, state, log);
      return;
    }
    case 'users':
      world.users = placed(world.users, name, side as { value: User; place: number } | null, log);
      return;
    case 'actionTypes':
      world.actionTypes = placed(world.actionTypes, name, side as { value: ActionType; place: number } | null, log);
      return;
    case 'caseTypes':
      world.caseTypes = placed(world.caseTypes, name, side as { value: object; place: number } | null, log);
  }
}

/** The same Map where the name keeps its place, else one in the new order. */
function placed<V>(
  map: Map<string, V>,
  name: string,
  side: { value: V; place: number } | null,
  log: ChangeLog | null,
): Map<string, V> {
  if (side !== null && [...map.keys()].indexOf(name) === side.place) {
    log?.sets(map, name);
    return map.set(name, side.value);
  }
  const others = [...map].filter(([key]) => key !== name);
  return new Map(side === null ? others : others.toSpliced(side.place, 0, [name, side.value]));
}

/** Folds an edit, its undoing or its redoing. */
export function evolveByEdit(
  world: World,
  { edit, course }: Pick<Extract<Fact, { type: 'definitionEdited' }>, 'edit' | 'course'>,
  log: ChangeLog | null = null,
): void {
  const { done, undone } = world.edits;
  if (course === 'undo') {
    enforce(world, edit, edit.before, log);
    world.edits = { done: done.slice(0, -1), undone: [...undone, edit] };
    return;
  }
  enforce(world, edit, edit.after, log);
  if (course === 'redo') world.edits = { done: [...done, edit], undone: undone.slice(0, -1) };
  // After a new edit there is nothing to redo.
  else world.edits = { done: [...done, edit].slice(-EDIT_LIMIT), undone: [] };
}
