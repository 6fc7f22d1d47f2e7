import { describe, expect, it } from 'vitest';
import { moveOfKey, placeAfterDrop } from '../../../src/renderer/src/components/list-order.ts';

/** What a list of four is after its `from`th was dropped before or after another. */
function dropped(from: number, onto: number, as: 'before' | 'after'): string {
  const rows = ['a', 'b', 'c', 'd'];
  const [row = ''] = rows.splice(from, 1);
  return rows.toSpliced(placeAfterDrop(from, onto, as), 0, row).join('');
}

describe('a list that is ordered by dragging', () => {
  it('has what was dropped before or after another there, in either direction', () => {
    expect(dropped(0, 2, 'before')).toBe('bacd');
    expect(dropped(0, 2, 'after')).toBe('bcad');
    expect(dropped(0, 3, 'after')).toBe('bcda');
    expect(dropped(3, 1, 'before')).toBe('adbc');
    expect(dropped(3, 1, 'after')).toBe('abdc');
    expect(dropped(3, 0, 'before')).toBe('dabc');
  });

  it('stays as it is where something is dropped beside itself', () => {
    expect(dropped(1, 0, 'after')).toBe('abcd');
    expect(dropped(1, 2, 'before')).toBe('abcd');
  });
});

describe('a list that is ordered by keys', () => {
  const key = (name: string, held: { altKey: boolean; ctrlKey?: boolean }, tagName = 'TR') =>
    moveOfKey({ key: name, ctrlKey: false, metaKey: false, target: { tagName }, ...held });

  it('moves by Alt with an arrow key, and by no other', () => {
    expect(key('ArrowUp', { altKey: true })).toBe(-1);
    expect(key('ArrowDown', { altKey: true })).toBe(1);
    expect(key('ArrowDown', { altKey: false })).toBeNull();
    expect(key('ArrowUp', { altKey: true, ctrlKey: true })).toBeNull();
    expect(key('ArrowLeft', { altKey: true })).toBeNull();
    // There it opens the list of choices.
    expect(key('ArrowDown', { altKey: true }, 'SELECT')).toBeNull();
  });
});
