/** How a world differs from an earlier or later one, as it crosses a wire: what changed, not all there is. */
import type { ValuedSection } from './edits.ts';
import type { World } from './world.ts';
import type { WorldJson } from './world-json.ts';

/** The Maps whose values are lists that only ever get longer, or are replaced. */
type GrowingKey = 'notifications' | 'timelines' | 'timelineOrders';
/** All Maps. */
export type WorldMapKey = {
  [K in keyof World]-?: World[K] extends ReadonlyMap<string, unknown> ? K : never;
}[keyof World];

type ValueOf<K extends WorldMapKey> = WorldJson[K][number][1];

/** What became of some keys of a Map: first `removed` go, then `set` are set, in order. What was removed and is set again is at the end. */
export interface EntryChanges<Value> {
  readonly removed: readonly string[];
  readonly set: readonly (readonly [key: string, value: Value])[];
}

export interface WorldChanges {
  /** What is no Map. */
  readonly values: Partial<Pick<World, 'settings' | 'queues' | 'edits' | 'sequence'>>;
  /** The Maps of definitions that are other Maps now, since their order changed: whole. */
  readonly whole: { readonly [K in ValuedSection]?: WorldJson[K] };
  readonly entries: { readonly [K in WorldMapKey]?: EntryChanges<ValueOf<K>> };
  /** Lists whose first `kept` elements stay, followed by others. */
  readonly grown: {
    readonly [K in GrowingKey]?: readonly (readonly [key: string, kept: number, tail: ValueOf<K>])[];
  };
}
