import { describe, expect, it } from 'vitest';
import { partialMatch, timelineMatch } from '../../../src/main/scenario/expect.ts';

describe('partialMatch holds', () => {
  it.each<[what: string, expected: unknown, actual: unknown]>([
    ['the same value', 'Closed', 'Closed'],
    ['nothing asked', undefined, 'Closed'],
    ['null where there is null', null, null],
    ['null where there is nothing', null, undefined],
    ['a part of a map', { a: 1 }, { a: 1, b: 2 }],
    ['a part, deeper', { a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2, d: 3 }], e: 4 } }],
    ['no key asked', {}, { a: 1 }],
    ['an absent key', { a: null }, { b: 2 }],
    ['the same list', ['a', 'b'], ['a', 'b']],
    ['an empty list', [], []],
  ])('%s', (_, expected, actual) => {
    expect(partialMatch(expected, actual, 'x')).toEqual([]);
  });
});

describe('partialMatch names what differs', () => {
  it.each<[what: string, expected: unknown, actual: unknown, mismatches: unknown]>([
    ['a value', 'Closed', 'Waiting', [{ path: 'x', expected: 'Closed', actual: 'Waiting' }]],
    ['a text that looks like the number', '4711', 4711, [{ path: 'x', expected: '4711', actual: 4711 }]],
    ['something where nothing is expected', null, 'omar', [{ path: 'x', expected: null, actual: 'omar' }]],
    ['nothing where something is expected', 'omar', undefined, [{ path: 'x', expected: 'omar', actual: null }]],
    ['nothing where a map is expected', { a: 1 }, null, [{ path: 'x', expected: { a: 1 }, actual: null }]],
    ['nothing where an empty map is expected', {}, undefined, [{ path: 'x', expected: {}, actual: null }]],
    ['false for nothing', { a: false }, {}, [{ path: 'x.a', expected: false, actual: null }]],
    [
      'every field of a map',
      { a: 1, b: { c: 2 }, d: 3 },
      { a: 2, b: { c: 1 }, d: 3 },
      [
        { path: 'x.a', expected: 1, actual: 2 },
        { path: 'x.b.c', expected: 2, actual: 1 },
      ],
    ],
    ['a field that objects inherit', { toString: 'a' }, {}, [{ path: 'x.toString', expected: 'a', actual: null }]],
    ['the order of a list', ['a', 'b'], ['b', 'a'], [{ path: 'x', expected: ['a', 'b'], actual: ['b', 'a'] }]],
    ['the length of a list', [{ a: 1 }], [{ a: 1 }, {}], [{ path: 'x', expected: [{ a: 1 }], actual: [{ a: 1 }, {}] }]],
    [
      'a field of a map in a list',
      [{ a: 1 }, { a: 2 }],
      [{ a: 1 }, { a: 3 }],
      [{ path: 'x[1].a', expected: 2, actual: 3 }],
    ],
    ['a map where a list is expected', ['a'], { 0: 'a' }, [{ path: 'x', expected: ['a'], actual: { 0: 'a' } }]],
    ['a list where a map is expected', { 0: 'a' }, ['a'], [{ path: 'x', expected: { 0: 'a' }, actual: ['a'] }]],
  ])('%s', (_, expected, actual, mismatches) => {
    expect(partialMatch(expected, actual, 'x')).toEqual(mismatches);
  });

  it('by the field alone where the path is empty', () => {
    expect(partialMatch({ status: 'Closed' }, { status: 'Waiting' }, '')).toEqual([
      { path: 'status', expected: 'Closed', actual: 'Waiting' },
    ]);
  });
});

describe('timelineMatch', () => {
  const entries = [
    { kind: 'created', text: 'Created by System' },
    { kind: 'call', text: 'Call 1 (first)' },
    { kind: 'call failed', text: 'Call 1 failed: refused' },
    { kind: 'call', text: 'Call 2 (automatic)' },
  ];

  it.each<[expected: string[]]>([
    [[]],
    [['created', 'call failed']],
    [['created', 'failed']],
    [['CREATED', 'call 2']],
    [['call', 'call']],
    [['call 1', 'call 1', 'Automatic']],
  ])('holds for %j', (expected) => {
    expect(timelineMatch(expected, entries)).toEqual([]);
  });

  it('names the first entry that is not found, and what follows the one before', () => {
    expect(timelineMatch(['created', 'call failed', 'call 1', 'nonsense'], entries)).toEqual([
      { path: 'timeline[2]', expected: 'call 1', actual: ['call: Call 2 (automatic)'] },
    ]);
  });

  it('finds no entry twice', () => {
    expect(timelineMatch(['call 1', 'call 1', 'call 1'], entries, 'a.timeline')).toEqual([
      { path: 'a.timeline[2]', expected: 'call 1', actual: ['call: Call 2 (automatic)'] },
    ]);
  });

  it('takes a kind for that kind alone, whatever other texts have the word in them', () => {
    expect(timelineMatch(['call', 'call', 'call'], entries)).toEqual([
      { path: 'timeline[2]', expected: 'call', actual: [] },
    ]);
  });

  it('cuts what follows after twenty entries', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ kind: 'call', text: `Call ${index}` }));
    const shown = [...many.slice(0, 20).map(({ text }) => `call: ${text}`), '… 10 more'];
    expect(timelineMatch(['closed'], many)).toEqual([{ path: 'timeline[0]', expected: 'closed', actual: shown }]);
  });
});
