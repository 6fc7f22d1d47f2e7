import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTimers, type Timer } from '../../../src/engine/clocks/timers.ts';
import { TimerQueue } from '../../../src/main/runtime/timer-queue.ts';

const timer = (at: number, rank = 0, sequence = 0): Timer => ({
  at,
  rank,
  sequence,
  order: 0,
  input: { type: 'plannedLaunch', id: `${at}/${rank}/${sequence}` },
});

describe('the timer queue', () => {
  it('gives what happens first: by instant, R37 by rank, then by creation order', () => {
    const queue = new TimerQueue();
    queue.set('a', [timer(2), timer(1, 5, 1)]);
    queue.set('b', [timer(1, 1, 9)]);
    queue.set('c', [timer(1, 1, 2)]);
    expect(queue.head(10).map(({ input }) => 'id' in input && input.id)).toEqual(['1/1/2', '1/1/9', '1/5/1', '2/0/0']);
    expect(queue.peek()).toMatchObject({ at: 1, rank: 1, sequence: 2 });
    expect(queue.size).toBe(4);
  });

  it('replaces all timers of an owner at once, and forgets them with an empty list', () => {
    const queue = new TimerQueue();
    queue.set('a', [timer(1), timer(3)]);
    queue.set('b', [timer(2)]);
    queue.set('a', [timer(4)]);
    expect([queue.size, queue.peek()?.at]).toEqual([2, 2]);
    queue.set('b', []);
    queue.set('b', []);
    expect([queue.size, queue.peek()?.at]).toEqual([1, 4]);
    queue.set('a', []);
    expect([queue.size, queue.peek(), queue.head(3)]).toEqual([0, undefined, []]);
  });

  it('does not keep what goes and comes again, however often, far from the top', () => {
    const queue = new TimerQueue();
    queue.set('first', [timer(0)]);
    for (let round = 1; round <= 30; round += 1) {
      for (let owner = 1; owner <= 500; owner += 1) queue.set(`${owner}`, [timer(owner, 0, round)]);
      if (round % 2 === 0) for (let owner = 1; owner <= 500; owner += 1) queue.set(`${owner}`, []);
    }
    for (let owner = 500; owner >= 1; owner -= 1) queue.set(`${owner}`, [timer(owner)]);
    expect(queue.heldCount).toBeLessThan(3_000);
    expect(queue.head(501).map(({ at }) => at)).toEqual([...Array(501).keys()]);
    for (let at = 0; at <= 500; at += 1) {
      expect(queue.peek()?.at).toBe(at);
      queue.set(at === 0 ? 'first' : `${at}`, []);
    }
  });

  it('finds the first of a kind without taking it', () => {
    const queue = new TimerQueue();
    queue.set('a', [timer(5, 5), timer(1, 1)]);
    queue.set('b', [timer(3, 5), timer(9, 4)]);
    expect(queue.find(({ rank }) => rank === 5)?.at).toBe(3);
    queue.set('b', []);
    expect(queue.find(({ rank }) => rank === 5)?.at).toBe(5);
    expect(queue.find(({ rank }) => rank === 4)).toBeUndefined();
    expect(queue.size).toBe(2);
  });

  it('agrees with a sorted list, whatever is set in whatever order', () => {
    const timers = fc.uniqueArray(
      fc.tuple(fc.nat(9), fc.nat(5), fc.nat(9)).map(([at, rank, sequence]) => timer(at, rank, sequence)),
      { maxLength: 3, comparator: (left, right) => compareTimers(left, right) === 0 },
    );
    const sets = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), timers), { maxLength: 60 });
    fc.assert(
      fc.property(sets, (all) => {
        const queue = new TimerQueue();
        const model = new Map<string, readonly Timer[]>();
        const sorted = () => [...model.values()].flat().sort(compareTimers);
        for (const [owner, wanted] of all) {
          queue.set(owner, wanted);
          model.set(owner, wanted);
          expect(queue.size).toBe(sorted().length);
          expect(queue.peek()).toEqual(sorted()[0]);
        }
        expect(queue.head(100)).toEqual(sorted());
        for (let left = sorted(); left.length > 0; left = sorted()) {
          const [next] = left;
          expect(queue.peek()).toEqual(next);
          const owner = [...model.keys()].find((each) => next && model.get(each)?.includes(next)) ?? '';
          const rest = (model.get(owner) ?? []).filter((each) => each !== next);
          model.set(owner, rest);
          queue.set(owner, rest);
        }
        expect(queue.peek()).toBeUndefined();
      }),
    );
  });
});
