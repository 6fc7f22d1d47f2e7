/**
 * What is JSON already. oRPC looks through every value that it sends for what JSON cannot say (dates, Maps, numbers without end); for
 * the world of ten thousand Cases that takes twice as long as writing it. What is marked here is written as it is.
 */

const marked = new WeakSet<object>();

/** Marks `value`, which must hold nothing but JSON, `undefined` in objects aside; returns it. */
export function plainJson<T extends object>(value: T): T {
  marked.add(value);
  return value;
}

/** oRPC hands on as they are objects of a class; `JSON.stringify` asks them what they are. */
class AsItIs {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  toJSON(): unknown {
    return this.#value;
  }
}

/** For the handlers of the contract. Those who read need not know of it: a type that they do not know changes nothing. */
export const PLAIN_JSON = {
  type: 100,
  condition: (value: unknown) => typeof value === 'object' && value !== null && marked.has(value),
  serialize: (value: unknown) => new AsItIs(value),
  deserialize: (value: unknown) => value,
};
