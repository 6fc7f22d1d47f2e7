/** Marks that crowd are set in rows, one above the other, so that each keeps its number. */

/** More rows than this do not help. */
export const MOST_ROWS = 3;

/** The row of each mark, from 0; `null` where no row has room: it is drawn without its number. `xs` go from left to right. */
export function rowsOf(xs: readonly number[], room: number): (number | null)[] {
  const lastIn: number[] = [];
  return xs.map((x) => {
    for (let row = 0; row < MOST_ROWS; row += 1) {
      if (x - (lastIn[row] ?? Number.NEGATIVE_INFINITY) < room) continue;
      lastIn[row] = x;
      return row;
    }
    return null;
  });
}
