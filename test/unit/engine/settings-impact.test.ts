import { describe, expect, it } from 'vitest';
import { impactInWords, impactOf } from '../../../src/engine/settings-impact.ts';
import { ACCEPTED, type Given, given } from '../../support/given.ts';

const failing = (max: number, retries: number) =>
  given({ settings: { retry: { max } } })
    .launched()
    .failedUntil(retries);
const impactAt = ({ world, now }: Given, max: number) => impactOf(world, { retry: { max } }, now);
const wordsAt = (world: Given, max: number) => impactInWords(impactAt(world, max), max);

describe('what saving the settings would do (R18–R24)', () => {
  it.each<[string, Given, number, string | null]>([
    ['R19 pending 4 of 10, 10→4', failing(10, 4), 4, '1 Action closes now'],
    ['R19 pending 4 of 10, 10→6', failing(10, 4), 6, '1 Action goes on to 6'],
    ['R18 Closed 5/5, 5→7', failing(5, 5), 7, '1 Action stays closed and then shows 7'],
    ['R18 Closed 5/5, 5→3', failing(5, 5), 3, null],
    ['R22 first call in flight, 5→0', given().launched(), 0, '1 Action closes if its call in flight fails'],
    ['awaiting response', given().launched().callEnds(ACCEPTED), 0, null],
    ['the same maximum', failing(5, 3), 5, null],
  ])('%s', (_, world, max, words) => {
    expect(wordsAt(world, max)).toBe(words);
  });

  it('says in words what it counted, naming Actions once', () => {
    const impact = { closingCount: 3, goingOnCount: 5, lastCallCount: 0, relabelledCount: 1 };
    expect(impactInWords(impact, 7)).toBe('3 Actions close now, 5 go on to 7, 1 stays closed and then shows 7');
  });

  it('changes nothing by looking', () => {
    const world = failing(10, 4);
    const before = structuredClone(world.world);
    impactAt(world, 0);
    expect(world.world).toEqual(before);
  });
});
