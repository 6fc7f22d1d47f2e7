/** The world as plain JSON and back: Maps become arrays of entries, in order. */
import { VALUED_SECTIONS } from './edits.ts';
import type { World } from './world.ts';

const MAPS = [
  ...VALUED_SECTIONS,
  'cases',
  'actions',
  'caseNumbers',
  'aliases',
  'notifications',
  'plannedLaunches',
  'plannedResponses',
  'timelines',
  'timelineOrders',
] as const satisfies readonly (keyof World)[];
type MapKey = (typeof MAPS)[number];

/** The Maps whose values are appended to in place. */
export const GROWING = ['notifications', 'timelines', 'timelineOrders'] as const satisfies readonly MapKey[];

type EntriesOf<M> = M extends Map<infer K, infer V> ? [K, V][] : never;

/** What crosses a wire or lies on disk. */
export type WorldJson = Omit<World, MapKey | 'ruleChange'> & { readonly [K in MapKey]: EntriesOf<World[K]> };

/** Shares the values, which are immutable, but no container. */
export function worldToJson(world: World): WorldJson {
  const { ruleChange: _, ...rest } = world;
  const json: Record<string, unknown> = rest;
  for (const key of MAPS) json[key] = [...world[key]];
  for (const key of GROWING) json[key] = [...world[key]].map(([ref, values]) => [ref, [...values]]);
  return json as unknown as WorldJson;
}

/** The inverse of `worldToJson`; takes the containers it is given. */
export function worldFromJson(json: WorldJson): World {
  const world: Record<string, unknown> = { ...json };
  for (const key of MAPS) world[key] = new Map(json[key] as [unknown, unknown][]);
  return world as unknown as World;
}

/** A world that can change without changing this one. */
export function copyWorld(world: World): World {
  return worldFromJson(worldToJson(world));
}
