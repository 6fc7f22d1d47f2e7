import { describe, expect, it } from 'vitest';
import { suggest } from '../../../src/main/scenario/suggest.ts';

describe('suggest', () => {
  it.each([
    ['advence', ['launch', 'advance'], 'advance'],
    ['fial', ['fail', 'after'], 'fail'],
    ['response_within', ['responseExpected', 'responseWithin'], 'responseWithin'],
    ['CLOSED', ['Closed'], 'Closed'],
    ['avail', ['available'], 'available'],
    ['dna', ['dana'], 'dana'],
    ['---', ['--', 'x'], '--'],
  ])('takes %s in %j to mean %s', (word, candidates, suggestion) => {
    expect(suggest(word, candidates)).toBe(suggestion);
  });

  it.each([
    ['for', ['to', 'until']],
    ['wait', ['launch', 'advance']],
    ['to', ['total']],
    ['same', ['same']],
    ['x', []],
    ['u', ['t']],
  ])('takes %s in %j to mean nothing', (word, candidates) => {
    expect(suggest(word, candidates)).toBeUndefined();
  });
});
