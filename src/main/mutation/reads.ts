import type { Definitions } from '../../shared/definitions.ts';

/** The same definitions, and which of their settings were read so far, by their paths: `users.omar.available`. */
export function watched<T extends Definitions>(
  given: T,
): { readonly definitions: T; readonly reads: ReadonlySet<string> } {
  const reads = new Set<string>();
  const watch = <V>(value: V, path: string): V =>
    typeof value !== 'object' || value === null
      ? value
      : (new Proxy(value, {
          get: (holder, key, receiver) => {
            const each: unknown = Reflect.get(holder, key, receiver);
            if (typeof key === 'symbol' || !Object.hasOwn(holder, key)) return each;
            const inner = path === '' ? key : `${path}.${key}`;
            reads.add(inner);
            return watch(each, inner);
          },
        }) as V);
  return { definitions: watch(given, ''), reads };
}
