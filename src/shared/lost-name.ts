/** The one name that nothing can have. */

/** JavaScript gives this name a meaning of its own: an entry under it would be lost without a word wherever data is copied. */
export const LOST_NAME = '__proto__';

export const LOST_NAME_REFUSED = `expected another name than "${LOST_NAME}"`;

/** Where that name stands as a key in JSON, from the top; `null` where it does not. */
export function lostNameIn(json: unknown): (string | number)[] | null {
  // Not by recursion: nobody has checked how deep it is.
  const open: { readonly value: unknown; readonly path: readonly (string | number)[] }[] = [{ value: json, path: [] }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { value, path } = each;
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, LOST_NAME)) return [...path, LOST_NAME];
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, inner] of entries) {
      if (typeof inner === 'object' && inner !== null) open.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}
