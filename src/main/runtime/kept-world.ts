/**
 * What a world held at one moment, while it goes on: to be compared with one that was lived again, in slices. Its values are immutable,
 * and only the containers are copied; lists that grow are neither copied nor read, for they are never cut.
 */
import type { World } from '../../shared/world.ts';
import { GROWING } from '../../shared/world-json.ts';
import { Breath } from './breath.ts';

type Entries = readonly (readonly [unknown, unknown])[];

export class KeptWorld {
  readonly #world: World;
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(world: World) {
    this.#world = world;
    this.#fields = fieldsOf(world);
  }

  /**
   * Whether `world`, which must not change meanwhile, holds the same in the same order; of lists that grow, as far as it has them: `growsAlike`
   * says the rest, when both have come to the same point.
   */
  async isSameAs(world: World): Promise<boolean> {
    const breath = new Breath();
    for (const [name, field] of fieldsOf(world)) {
      const kept = this.#fields.get(name);
      const pairs = Array.isArray(field) && Array.isArray(kept) ? together(kept, field) : [[kept, field]];
      if (pairs === null || !(await areSame(pairs, breath))) return false;
    }
    for (const name of GROWING) {
      const kept: ReadonlyMap<string, readonly unknown[]> = this.#world[name];
      for (const [key, list] of world[name] as ReadonlyMap<string, readonly unknown[]>) {
        const pairs = together(kept.get(key)?.slice(0, list.length) ?? [], list);
        if (pairs === null || !(await areSame(pairs, breath))) return false;
      }
    }
    return true;
  }
}

/** Whether the lists of two worlds are equally long. */
export function growsAlike(one: World, other: World): boolean {
  return GROWING.every((name) => {
    const others: ReadonlyMap<string, readonly unknown[]> = other[name];
    if (one[name].size !== others.size) return false;
    for (const [key, list] of one[name]) if (others.get(key)?.length !== list.length) return false;
    return true;
  });
}

/** What does not grow in place; of Maps the entries, in order. */
function fieldsOf(world: World): ReadonlyMap<string, unknown> {
  const fields = Object.entries(world).filter(([name]) => !(GROWING as readonly string[]).includes(name));
  return new Map(fields.map(([name, field]) => [name, field instanceof Map ? ([...field] as Entries) : field]));
}

/** What stands at the same place of two lists; `null` where one is longer. */
function together(left: readonly unknown[], right: readonly unknown[]): [unknown, unknown][] | null {
  return left.length === right.length ? left.map((each, index) => [each, right[index]]) : null;
}

async function areSame(pairs: readonly (readonly unknown[])[], breath: Breath): Promise<boolean> {
  for (const [left, right] of pairs) {
    if (JSON.stringify(left) !== JSON.stringify(right)) return false;
    if (breath.isDue) await breath.take();
  }
  return true;
}
