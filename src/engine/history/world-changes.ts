/** What going to another point changed in a world: as a message, and from the message in a world that is still where that one was. */
import { VALUED_SECTIONS, type ValuedSection } from '../../shared/edits.ts';
import type { World } from '../../shared/world.ts';
import type { EntryChanges, WorldChanges, WorldMapKey } from '../../shared/world-changes.ts';
import { GROWING } from '../../shared/world-json.ts';
import { fieldsOf, type WorldFields } from './change-log.ts';
import type { Touched, WorldMap } from './touched.ts';

const VALUES = ['settings', 'queues', 'edits', 'sequence'] as const satisfies readonly (keyof WorldFields)[];
/** Their entries are deleted from anywhere, and are in order of creation. */
const PLANNED = ['plannedLaunches', 'plannedResponses'] as const satisfies readonly WorldMapKey[];
const MAPS = [
  ...VALUED_SECTIONS,
  'cases',
  'actions',
  'caseNumbers',
  'aliases',
  ...PLANNED,
  ...GROWING,
] as const satisfies readonly WorldMapKey[];

/** Each Map of one world, and the same one of the other. */
export function pairedMaps(from: World, to: World): ReadonlyMap<WorldMap, WorldMap> {
  return new Map(MAPS.map((key) => [from[key], to[key]]));
}

type AnyMap = Map<string, unknown>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What changed from `before` (the fields as they were) to the world as it is; `touched`: on the way. Shares the immutable values. */
export function worldChanges(world: World, before: WorldFields, touched: Touched): WorldChanges {
  const present = fieldsOf(world);
  const values: Record<string, unknown> = {};
  for (const key of VALUES) if (present[key] !== before[key]) values[key] = present[key];
  const whole: Record<string, unknown> = {};
  for (const key of VALUED_SECTIONS) if (present[key] !== before[key]) whole[key] = [...world[key]];
  const entries: Record<string, unknown> = {};
  for (const key of MAPS) {
    const changed = key in whole ? null : entryChanges(world[key], touched);
    if (changed !== null) entries[key] = changed;
  }
  const grown: Record<string, unknown> = {};
  for (const key of GROWING) {
    const tails = tailsOf(world[key], touched);
    if (tails.length > 0) grown[key] = tails;
  }
  return { values, whole, entries, grown } as WorldChanges;
}

function entryChanges(map: ReadonlyMap<string, unknown>, touched: Touched): EntryChanges<unknown> | null {
  const removed: string[] = [];
  const set: [string, unknown][] = [];
  const keys = touched.entriesOf(map);
  for (const [key, { wasAbsent }] of keys) {
    if (wasAbsent) removed.push(key);
    const value = map.get(key);
    // Lists of timelines keep growing.
    if (value !== undefined) set.push([key, Array.isArray(value) ? [...value] : value]);
  }
  return keys.size === 0 ? null : { removed, set };
}

/** Of lists that are there before and after; those that are new are whole among the entries. */
function tailsOf(map: ReadonlyMap<string, readonly unknown[]>, touched: Touched): [string, number, unknown[]][] {
  const tails: [string, number, unknown[]][] = [];
  const entries = touched.entriesOf(map);
  for (const [key, kept] of touched.lengthsOf(map)) {
    const list = map.get(key);
    if (list !== undefined && !entries.has(key)) tails.push([key, kept, list.slice(kept)]);
  }
  return tails;
}

/** Brings a world to where the message says. It must be where the message begins, or there already: then nothing changes. */
export function applyWorldChanges(world: World, { values, whole, entries, grown }: WorldChanges): void {
  Object.assign(world, values);
  const fields = world as Writable<Record<ValuedSection, unknown>>;
  for (const key of VALUED_SECTIONS) if (whole[key] !== undefined) fields[key] = new Map<string, unknown>(whole[key]);
  for (const key of MAPS) {
    const changed = entries[key];
    if (changed === undefined) continue;
    const map = world[key] as AnyMap;
    for (const removed of changed.removed) map.delete(removed);
    for (const [name, value] of changed.set) map.set(name, value);
  }
  for (const key of GROWING) {
    const map = world[key] as AnyMap;
    for (const [name, kept, tail] of grown[key] ?? []) {
      map.set(name, [...((map.get(name) as readonly unknown[] | undefined) ?? []).slice(0, kept), ...tail]);
    }
  }
  restoreOrder(world);
}

/** Puts what is planned in the order of its creation, where going back brought something in again at the end. */
export function restoreOrder(world: World): void {
  for (const key of PLANNED) {
    const map = world[key] as Map<string, { readonly sequence: number }>;
    if (isInOrder(map)) continue;
    const sorted = [...map].sort(([, left], [, right]) => left.sequence - right.sequence);
    map.clear();
    for (const [name, value] of sorted) map.set(name, value);
  }
}

function isInOrder(map: ReadonlyMap<string, { readonly sequence: number }>): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { sequence } of map.values()) {
    if (sequence < latest) return false;
    latest = sequence;
  }
  return true;
}
