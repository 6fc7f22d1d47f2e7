/**
 * What folding replaces in the world's Maps, noted so that it can be undone and redone. The values are immutable, so the old one
 * is kept as it is, under its key; of what is appended to in place only the length is. The fields of the world that are no Maps,
 * and the Maps that are replaced whole, are a handful of references: `fieldsOf` takes them all.
 */
import type { Section } from '../../shared/edits.ts';
import type { World } from '../../shared/world.ts';
import type { Touched, WorldMap } from './touched.ts';

/** Stands for a key that is not there. */
const ABSENT = Symbol('absent');

/** One key, and what it has on the other side: a value, `ABSENT`, or of what grows a length. Undoing and redoing swap the sides. */
interface Noted {
  map: WorldMap;
  readonly key: string;
  other: unknown;
  readonly grows: boolean;
}

/** All that was replaced between two points. */
export interface Change {
  readonly noted: readonly Noted[];
  /** About how much memory it keeps from being freed. */
  readonly bytes: number;
}

/** What one note takes, as V8 lays it out. */
const NOTE_BYTES = 64;
/** A Case or an Action takes about as much; no value of the world is much larger, but for lists. */
const VALUE_BYTES = 400;
const ELEMENT_BYTES = 8;

export class ChangeLog {
  #noted: Noted[] = [];
  #bytes = 0;
  #isOneWay = false;
  /** The key of each Map that was noted last, as set and as growing: most facts in a row are about the same Action. */
  readonly #latestSet = new Map<WorldMap, string>();
  readonly #latestGrown = new Map<WorldMap, string>();

  /** Whether nothing was noted since the last cut. */
  get isEmpty(): boolean {
    return this.#noted.length === 0;
  }

  /** To be told before the key of a Map is set or deleted. */
  sets(map: WorldMap, key: string): void {
    if (this.#latestSet.get(map) === key) return;
    this.#latestSet.set(map, key);
    const value = map.get(key);
    this.#note(map, key, value === undefined ? ABSENT : value, false, bytesOf(value));
  }

  /** To be told before something is appended to the list under this key. */
  grows(map: ReadonlyMap<string, readonly unknown[]>, key: string): void {
    // What was set meanwhile makes way whole.
    if (this.#latestGrown.get(map) === key || this.#latestSet.get(map) === key) return;
    this.#latestGrown.set(map, key);
    this.#note(map, key, map.get(key)?.length ?? 0, true, 0);
  }

  /** Something is removed permanently: notes since the last cut, and until the next, lead nowhere. */
  cannotBeUndone(): void {
    this.#isOneWay = true;
  }

  /** All that was noted since the last cut, `null` where it cannot be undone; what comes now belongs to the next. */
  cut(): Change | null {
    const change = this.#isOneWay ? null : { noted: this.#noted, bytes: this.#bytes };
    this.#isOneWay = false;
    this.#noted = [];
    this.#bytes = 0;
    this.#latestSet.clear();
    this.#latestGrown.clear();
    return change;
  }

  #note(map: WorldMap, key: string, other: unknown, grows: boolean, bytes: number): void {
    this.#noted.push({ map, key, other, grows });
    this.#bytes += NOTE_BYTES + bytes;
  }
}

function bytesOf(value: unknown): number {
  if (Array.isArray(value)) return value.length * ELEMENT_BYTES;
  return typeof value === 'object' && value !== null ? VALUE_BYTES : 0;
}

/** Takes back a change; the world must be as it was right after it. `touched` is told of every key. */
export function undoChange({ noted }: Change, touched: Touched): void {
  for (let index = noted.length - 1; index >= 0; index -= 1) swap(noted[index] as Noted, touched);
}

/** Makes a change again that was taken back; the world must be as it was right before it. */
export function redoChange({ noted }: Change, touched: Touched): void {
  for (const each of noted) swap(each, touched);
}

/** Has a change be about the Maps of another world, which hold the same. */
export function moveChange({ noted }: Change, maps: ReadonlyMap<WorldMap, WorldMap>): void {
  for (const each of noted) each.map = maps.get(each.map) ?? each.map;
}

/** Reads what a change would set in one Map, undone or made again, without setting it: `undefined` for keys that would not be there. */
export function readChange({ noted }: Change, map: WorldMap, into: Map<string, unknown>, way: 'undo' | 'redo'): void {
  for (const { map: of, key, other } of way === 'undo' ? noted.toReversed() : noted) {
    if (of === map) into.set(key, other === ABSENT ? undefined : other);
  }
}

function swap(noted: Noted, touched: Touched): void {
  const { key, other } = noted;
  const map = noted.map as Map<string, unknown>;
  if (noted.grows) {
    const list = map.get(key) as readonly unknown[];
    const isShorter = typeof other === 'number';
    // Never cut in place: somebody may be writing the longer one to disk.
    map.set(key, isShorter ? list.slice(0, other) : other);
    noted.other = isShorter ? list : list.length;
    touched.grown(map, key, isShorter ? other : list.length);
    return;
  }
  const present = map.get(key);
  if (other === ABSENT) map.delete(key);
  else map.set(key, other);
  noted.other = present === undefined ? ABSENT : present;
  touched.set(map, key, other === ABSENT || present === undefined);
}

/** What of the world is replaced whole: values, and Maps of definitions whose order changed. */
export type WorldFields = Pick<World, 'settings' | Section | 'edits' | 'sequence'>;

/**
 * The fields as they are now; `Object.assign(world, fields)` brings them back. Asked for at every step, so they are named one by
 * one; the type sees to it that none is missing.
 */
export function fieldsOf(world: World): WorldFields {
  const { settings, queues, users, externalApis, actionTypes, caseTypes, edits, sequence } = world;
  return { settings, queues, users, externalApis, actionTypes, caseTypes, edits, sequence };
}
