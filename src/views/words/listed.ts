/** `a`, `a and b`, `a, b and c`; `none` where there is nothing. */
export function listed(parts: readonly string[], none = 'nothing'): string {
  const last = parts.at(-1);
  if (last === undefined) return none;
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
