/** Which keys of which Maps were changed on the way from one point to another. */

/** Any of the world's Maps. */
export type WorldMap = ReadonlyMap<string, unknown>;

export class Touched {
  readonly #entries = new Map<WorldMap, Map<string, { readonly wasAbsent: boolean }>>();
  readonly #lengths = new Map<WorldMap, Map<string, number>>();
  #count = 0;

  /** How many keys. */
  get count(): number {
    return this.#count;
  }

  /** A key was set or deleted. `isAbsent`: it was not there before, or is not now; so it is at the end, if it is there at all. */
  set(map: WorldMap, key: string, isAbsent: boolean): void {
    const keys = inner(this.#entries, map);
    const known = keys.get(key);
    if (known === undefined) this.#count += 1;
    // In the order in which they came last: that is their order at the end of the Map.
    if (isAbsent) keys.delete(key);
    if (isAbsent || known === undefined) keys.set(key, { wasAbsent: isAbsent });
  }

  /** A list was cut or went on after its first `length` elements. */
  grown(map: WorldMap, key: string, length: number): void {
    const lengths = inner(this.#lengths, map);
    const known = lengths.get(key);
    if (known === undefined) this.#count += 1;
    lengths.set(key, Math.min(known ?? length, length));
  }

  /** The keys of a Map that were set or deleted. */
  entriesOf(map: WorldMap): ReadonlyMap<string, { readonly wasAbsent: boolean }> {
    return this.#entries.get(map) ?? NONE;
  }

  /** Of the lists of a Map that changed: how many of their elements are the same as before. */
  lengthsOf(map: WorldMap): ReadonlyMap<string, number> {
    return this.#lengths.get(map) ?? NONE;
  }
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

function inner<V>(outer: Map<WorldMap, Map<string, V>>, map: WorldMap): Map<string, V> {
  let found = outer.get(map);
  if (!found) {
    found = new Map();
    outer.set(map, found);
  }
  return found;
}
