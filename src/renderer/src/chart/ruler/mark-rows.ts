/** Marks that crowd are set in rows, one above the other, so that each keeps its number. */

/** More rows than this are no help. */
export const MOST_ROWS = 3;

/** The row of each mark, from 0; `null` where no row has room: it is drawn without its number. Places go from left to right. */
export function rowsOf(places: readonly number[], room: number): (number | null)[] {
  const lastIn: number[] = [];
  return places.map((place) => {
    for (let row = 0; row < MOST_ROWS; row += 1) {
      if (place - (lastIn[row] ?? Number.NEGATIVE_INFINITY) < room) continue;
      lastIn[row] = place;
      return row;
    }
    return null;
  });
}
