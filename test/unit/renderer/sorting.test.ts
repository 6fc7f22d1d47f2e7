import { describe, expect, it } from 'vitest';
import { createSorter } from '../../../src/renderer/src/table/sorting.ts';

interface Row {
  readonly key: string;
  readonly value: string | number | null;
}

const row = (key: string, value: Row['value']): Row => ({ key, value });
const keys = (rows: readonly Row[]) => rows.map(({ key }) => key).join(' ');
const valueIn = ({ value }: Row) => value;

describe('sorting a table', () => {
  it('puts numbers in text in their order and what has no value at the end, whatever the direction', () => {
    const sort = createSorter<Row>(({ key }) => key);
    const rows = [row('a', 'INV-10'), row('b', null), row('c', 'INV-9')];
    expect(keys(sort(rows, valueIn, 'ascending'))).toBe('c a b');
    expect(keys(sort(rows, valueIn, 'descending'))).toBe('a c b');
  });

  it('keeps the order of the rows where values are alike, also after another sort', () => {
    const sort = createSorter<Row>(({ key }) => key);
    const rows = [row('a', 1), row('b', 1), row('c', 0)];
    expect(keys(sort(rows, valueIn, 'descending'))).toBe('a b c');
    expect(keys(sort(rows, ({ key }) => key, 'descending'))).toBe('c b a');
    expect(keys(sort(rows, valueIn, 'ascending'))).toBe('c a b');
  });

  it('takes rows that come, go and change', () => {
    const sort = createSorter<Row>(({ key }) => key);
    sort([row('a', 1), row('b', 2), row('c', 3)], valueIn, 'ascending');
    const changed = [row('a', 9), row('c', 3), row('d', 1)];
    expect(keys(sort(changed, valueIn, 'ascending'))).toBe('d c a');
  });

  it('leaves the rows as they are without a column to sort by', () => {
    const rows = [row('b', 2), row('a', 1)];
    expect(createSorter<Row>(({ key }) => key)(rows, undefined, 'ascending')).toBe(rows);
  });
});
