/** Sorting a table whose rows change many times a second: what is sorted already costs one pass. */

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** `null` stands at the end, whatever the direction. */
export type SortValue = string | number | null;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareValues(left: SortValue, right: SortValue, sign: number): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
  return sign * collator.compare(String(left), String(right));
}

type Sorter<Row> = (
  rows: readonly Row[],
  sortValue: ((row: Row) => SortValue) | undefined,
  direction: Sort['direction'],
) => readonly Row[];

/** A sorter that starts from the order it found last, which is mostly right; ties keep the order of `rows`. */
export function createSorter<Row>(keyOf: (row: Row) => string): Sorter<Row> {
  let lastPlaces = new Map<string, number>();
  return (rows, sortValue, direction) => {
    if (sortValue === undefined) return rows;
    const sign = direction === 'ascending' ? 1 : -1;
    const entries = rows.map((row, index) => ({ row, index, key: keyOf(row), value: sortValue(row) }));
    type Entry = (typeof entries)[number];
    const placed: (Entry | undefined)[] = new Array(lastPlaces.size);
    const added: Entry[] = [];
    for (const entry of entries) {
      const place = lastPlaces.get(entry.key);
      if (place === undefined) added.push(entry);
      else placed[place] = entry;
    }
    const sorted = [...placed.filter((entry) => entry !== undefined), ...added].sort(
      (left, right) => compareValues(left.value, right.value, sign) || left.index - right.index,
    );
    lastPlaces = new Map(sorted.map(({ key }, place) => [key, place]));
    return sorted.map(({ row }) => row);
  };
}
