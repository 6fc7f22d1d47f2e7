/** The rows of the editor keep their ids, so that the open form goes along with its step. */
import { describe, expect, it } from 'vitest';
import { identified } from '../../../src/renderer/src/features/editor/steps/step-ids.ts';
import { difference } from '../../../src/renderer/src/features/editor/text/difference.ts';

const before = identified([], ['a', 'b', 'c', 'd']);
const [a, b, c, d] = before.map(({ id }) => id);
const ids = (texts: readonly string[]) => identified(before, texts).map(({ id }) => id);

describe('a step', () => {
  it('keeps its id where nothing changed', () => {
    expect(identified(before, ['a', 'b', 'c', 'd'])).toBe(before);
    expect(new Set(before.map(({ id }) => id)).size).toBe(4);
  });

  it('keeps it while its text changes, and takes it along when it moves', () => {
    expect(ids(['a', 'B', 'c', 'd'])).toEqual([a, b, c, d]);
    expect(ids(['A', 'b', 'c', 'D'])).toEqual([a, b, c, d]);
    expect(ids(['b', 'c', 'a', 'd'])).toEqual([b, c, a, d]);
    expect(ids(['d', 'a', 'b', 'c'])).toEqual([d, a, b, c]);
  });

  it('leaves those of the others alone when it comes or goes', () => {
    expect(ids(['a', 'c', 'd'])).toEqual([a, c, d]);
    const added = ids(['a', 'b', 'new', 'c', 'd']);
    expect(added.toSpliced(2, 1)).toEqual([a, b, c, d]);
    expect([a, b, c, d]).not.toContain(added[2]);
    const copied = ids(['a', 'b', 'b', 'c', 'd']);
    expect(copied.toSpliced(2, 1)).toEqual([a, b, c, d]);
    expect(new Set(copied).size).toBe(5);
  });
});

describe('what differs between two texts', () => {
  it.each([
    ['abc', 'abc', null],
    ['abc', 'aXc', { from: 1, to: 2, insert: 'X' }],
    ['abc', 'ac', { from: 1, to: 2, insert: '' }],
    ['', 'a', { from: 0, to: 0, insert: 'a' }],
    ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
    ['a', '', { from: 0, to: 1, insert: '' }],
  ])('%j and %j', (before, after, expected) => {
    expect(difference(before, after)).toEqual(expected);
  });
});
