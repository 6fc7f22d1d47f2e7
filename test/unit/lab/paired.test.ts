import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lives } from '../../../src/lab/lives.ts';
import { Pairs } from '../../../src/lab/paired.ts';

const life = fc.record({
  ending: fc.integer({ min: 0, max: 5 }),
  endedAfterMs: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 2 ** 40 })),
});
type Life = { readonly ending: number; readonly endedAfterMs: number };

function livesOf(all: readonly Life[]): Lives {
  const lives = new Lives(all.length);
  for (const [index, { ending, endedAfterMs }] of all.entries()) {
    lives.endings[index] = ending;
    lives.endedAfterMs[index] = endedAfterMs;
  }
  return lives;
}

function pairsOf(couples: readonly (readonly [Life, Life])[]): Pairs {
  const pairs = new Pairs();
  pairs.record(couples.length, livesOf(couples.map(([one]) => one)), livesOf(couples.map(([, other]) => other)));
  return pairs;
}

describe('pairs of lives on the same draws', () => {
  it('sum differences and their squares exactly, however large', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(life, life), { maxLength: 1_000 }), (couples) => {
        const ended = couples
          .filter(([one, other]) => one.endedAfterMs >= 0 && other.endedAfterMs >= 0)
          .map(([one, other]) => BigInt(other.endedAfterMs - one.endedAfterMs));
        expect(pairsOf(couples).state).toMatchObject({
          endedCount: ended.length,
          differenceMs: ended.reduce((sum, each) => sum + each, 0n),
          squaresMs: ended.reduce((sum, each) => sum + each * each, 0n),
        });
      }),
    );
  });

  it('give the difference of shares the interval of discordant pairs', () => {
    const couple = (one: number, other: number): [Life, Life] => [
      { ending: one, endedAfterMs: 0 },
      { ending: other, endedAfterMs: 60_000 },
    ];
    const pairs = pairsOf([
      ...Array(90).fill(couple(0, 0)),
      ...Array(8).fill(couple(1, 0)),
      ...Array(2).fill(couple(0, 1)),
    ]);
    const { value, low, high } = pairs.shareDifference((ending) => ending === 1);
    // (2 − 8) / 100, variance ((8 + 2) / 100 − 0.06²) / 100.
    const half = 1.959963984540054 * Math.sqrt((0.1 - 0.0036) / 100);
    expect(value).toBeCloseTo(-0.06, 12);
    expect(low).toBeCloseTo(-0.06 - half, 12);
    expect(high).toBeCloseTo(-0.06 + half, 12);
    expect(pairs.endDifference()).toEqual({ value: 60_000, low: 60_000, high: 60_000 });
  });
});
