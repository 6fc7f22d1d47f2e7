/** Which variants of a sweep are marked, and how: never by colour alone. */

/** Places among the variants. */
export interface Marks {
  /** What is configured now. */
  readonly present: number | null;
  readonly recommended: number | null;
}

/** `now`, `recommended`, both, or nothing. */
export function markOf({ present, recommended }: Marks, index: number): string | null {
  const words = [...(index === present ? ['now'] : []), ...(index === recommended ? ['recommended'] : [])];
  return words.length === 0 ? null : words.join(', ');
}
