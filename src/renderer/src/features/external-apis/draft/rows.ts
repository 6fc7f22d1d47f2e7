/** Rows of a form: replaced, taken out, copied, moved. */

interface Row {
  readonly id: string;
}

export const replaced = <R extends Row>(rows: readonly R[], row: R): R[] =>
  rows.map((each) => (each.id === row.id ? row : each));

export const without = <R extends Row>(rows: readonly R[], { id }: Row): R[] => rows.filter((each) => each.id !== id);

/** Puts new rows right behind one of them. */
export const behind = <R extends Row>(rows: readonly R[], { id }: Row, ...added: readonly R[]): R[] =>
  rows.flatMap((each) => (each.id === id ? [each, ...added] : [each]));

/** Moves a row to a place, counted without it; beyond either end means the end. */
export function moved<R extends Row>(rows: readonly R[], row: R, to: number): R[] {
  const rest = without(rows, row);
  const target = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, target), row, ...rest.slice(target)];
}
