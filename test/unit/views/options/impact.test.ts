import { describe, expect, it } from 'vitest';
import { isRejection } from '../../../../src/shared/errors.ts';
import { type Effect, impactInWords, impactOf, type Touched } from '../../../../src/views/options/impact.ts';
import { ACCEPTED, type Given, given } from '../../../support/given.ts';

const failing = (max: number, retries: number) =>
  given({ settings: { retry: { max } } })
    .launched()
    .failedUntil(retries);
const impactAt = ({ world, now }: Given, max: number) => {
  const impact = impactOf(
    world,
    { type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max } } } },
    now,
  );
  if (isRejection(impact)) throw new Error(impact.message);
  return impact;
};
const wordsAt = (world: Given, max: number) => impactInWords(impactAt(world, max));

describe('what saving the settings would do (R18–R24)', () => {
  it.each<[string, Given, number, string | null]>([
    ['R19 pending 4 of 10, 10→4', failing(10, 4), 4, '1 Action closes now (4 of 10)'],
    ['R19 pending 4 of 10, 10→6', failing(10, 4), 6, '1 Action goes on to 6'],
    ['R18 Closed 5/5, 5→7', failing(5, 5), 7, '1 Action stays closed and then shows 5/7'],
    ['R18 Closed 5/5, 5→3', failing(5, 5), 3, null],
    ['R22 first call in flight, 5→0', given().launched(), 0, '1 Action closes if its call in flight fails'],
    ['awaiting response', given().launched().callEnds(ACCEPTED), 0, null],
    ['the same maximum', failing(5, 3), 5, null],
  ])('%s', (_, world, max, words) => {
    expect(wordsAt(world, max)).toBe(words);
  });

  it('says in words what it counted, naming Actions once, and figures only where all agree', () => {
    const touched = (effect: Effect, retryCount: number): Touched => ({
      actionRef: 'C1/post',
      effect,
      retryCount,
      shownBefore: 10,
      shownAfter: effect === 'closes' ? 10 : 7,
      maximum: 7,
      told: null,
    });
    const some = [touched('closes', 8), touched('closes', 8), touched('goes on', 3), touched('goes on', 4)];
    expect(impactInWords([...some, touched('relabelled', 5)])).toBe(
      '2 Actions close now (8 of 10), 2 go on to 7, 1 stays closed and then shows 5/7',
    );
    expect(impactInWords([...some, touched('closes', 9), touched('relabelled', 5), touched('relabelled', 6)])).toBe(
      '3 Actions close now, 2 go on to 7, 2 stay closed and then show the new maximum',
    );
  });

  it('names each Action, what it shows then, and who is told', () => {
    expect(impactAt(failing(10, 4), 3)).toEqual([
      {
        actionRef: 'C1/post',
        effect: 'closes',
        retryCount: 4,
        shownBefore: 10,
        shownAfter: 10,
        maximum: 3,
        told: 'dana',
      },
    ]);
  });

  it('changes nothing by looking', () => {
    const world = failing(10, 4);
    const before = structuredClone(world.world);
    impactAt(world, 0);
    expect(world.world).toEqual(before);
  });
});
