/** Which variants of a sweep are marked, and how: never by colour alone. */

/** Places among the variants. */
export interface Marks {
  /** What is configured now. */
  readonly present: number | null;
  readonly recommended: number | null;
}

/** `now` and `recommended`, as far as they are here. */
export function marksAt({ present, recommended }: Marks, index: number): string[] {
  return [...(index === present ? ['now'] : []), ...(index === recommended ? ['recommended'] : [])];
}

/** The same in one line; `null` for nothing. */
export function markOf(marks: Marks, index: number): string | null {
  const words = marksAt(marks, index);
  return words.length === 0 ? null : words.join(', ');
}
