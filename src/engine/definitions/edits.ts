/** Folding edits into a world: what is defined, in which order, and which edits can be undone and redone. */
import {
  EDIT_LIMIT,
  type Edit,
  type Editable,
  isNamed,
  type Placed,
  type Section,
  type Side,
} from '../../shared/edits.ts';
import type { Fact } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import type { ChangeLog } from '../history/change-log.ts';
import { renameIn } from './rename.ts';

/** The definitions of a section by name, in order; an External API without what its simulation keeps. */
export function definitionsIn(world: World, section: Section): Map<string, unknown> {
  if (section === 'queues') return new Map(world.queues.map((queue) => [queue, null]));
  if (section !== 'externalApis') return world[section];
  return new Map([...world.externalApis].map(([name, { definition }]) => [name, definition]));
}

/** The numbers of the settings that a definition of the section belongs to, for refusals: `S3`, `S5`. */
export function settingsOf(section: Editable): readonly string[] {
  return SECTION[section].rules;
}

/** The side of an edit that is in force now; `null` where nothing of this name is defined. */
export function presentSide<S extends Editable>(world: World, section: S, name: string): Side<S> | null {
  return SECTION[section].read(world, name);
}

type Sections = {
  readonly [S in Editable]: {
    readonly rules: readonly string[];
    readonly read: (world: World, name: string) => Side<S> | null;
    /** `null` where there is to be nothing of this name. */
    readonly write: (world: World, name: string, side: Side<S> | null, log: ChangeLog | null) => void;
  };
};

const SECTION: Sections = {
  settings: {
    rules: [],
    read: (world) => ({ value: world.settings, place: 0 }),
    write: (world, _, side) => {
      if (side !== null) world.settings = side.value;
    },
  },
  queues: {
    rules: [],
    read: ({ queues }, name) => (queues.includes(name) ? { value: null, place: queues.indexOf(name) } : null),
    write: (world, name, side) => {
      const others = world.queues.filter((queue) => queue !== name);
      world.queues = side === null ? others : others.toSpliced(side.place, 0, name);
    },
  },
  externalApis: {
    rules: [],
    read: ({ externalApis }, name) => {
      const state = sideIn(externalApis, name);
      return state && { ...state, value: state.value.definition };
    },
    write: (world, name, side, log) => {
      const kept = world.externalApis.get(name) ?? { switch: 'As configured', callCount: 0, lastRequest: null };
      const state = side && { ...side, value: { ...kept, definition: side.value } };
      world.externalApis = placed(world.externalApis, name, state, log);
    },
  },
  users: {
    rules: ['S5'],
    read: ({ users }, name) => sideIn(users, name),
    write: (world, name, side, log) => {
      world.users = placed(world.users, name, side, log);
    },
  },
  actionTypes: {
    rules: ['S3'],
    read: ({ actionTypes }, name) => sideIn(actionTypes, name),
    write: (world, name, side, log) => {
      world.actionTypes = placed(world.actionTypes, name, side, log);
    },
  },
  caseTypes: {
    rules: ['S3', 'S5'],
    read: ({ caseTypes }, name) => sideIn(caseTypes, name),
    write: (world, name, side, log) => {
      world.caseTypes = placed(world.caseTypes, name, side, log);
    },
  },
};

/** Puts one side of an edit into force. */
function enforce<S extends Editable>(world: World, edit: Edit<S>, isAfter: boolean, log: ChangeLog | null): void {
  const { section, name, renamedTo } = edit;
  if (renamedTo !== undefined && isNamed(section)) {
    renameIn(world, section, isAfter ? name : renamedTo, isAfter ? renamedTo : name, log);
    return;
  }
  SECTION[section].write(world, name, isAfter ? edit.after : edit.before, log);
}

function sideIn<V>(map: ReadonlyMap<string, V>, name: string): Placed<V> | null {
  const value = map.get(name);
  return value === undefined ? null : { value, place: [...map.keys()].indexOf(name) };
}

/** The same Map where the name keeps its place, else one in the new order. */
function placed<V>(map: Map<string, V>, name: string, side: Placed<V> | null, log: ChangeLog | null): Map<string, V> {
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
    enforce(world, edit, false, log);
    world.edits = { done: done.slice(0, -1), undone: [...undone, edit] };
    return;
  }
  enforce(world, edit, true, log);
  if (course === 'redo') world.edits = { done: [...done, edit], undone: undone.slice(0, -1) };
  // After a new edit there is nothing to redo.
  else world.edits = { done: [...done, edit].slice(-EDIT_LIMIT), undone: [] };
}
