import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BUNDLE_ROOM,
  isBundle,
  type Slot,
  slotsAround,
  slotsWithin,
} from '../../../src/renderer/src/features/frame/strip/slots.ts';

const countOf = fc.integer({ min: 1, max: 20_000 });
const roomOf = fc.integer({ min: 10, max: 80 });
const placeOf = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Every event is in one slot, and they fit. */
function expectWhole(slots: readonly Slot[], count: number, room: number): void {
  expect(slots.at(-1)?.to ?? 0).toBe(count);
  for (const [index, { from, to }] of slots.entries()) {
    expect(from).toBe(slots[index - 1]?.to ?? 0);
    expect(to).toBeGreaterThan(from);
  }
  expect(slots.reduce((sum, slot) => sum + (isBundle(slot) ? BUNDLE_ROOM : 1), 0)).toBeLessThanOrEqual(room);
}

test('all stand on their own where there is room', () => {
  expect(slotsAround(2, 0, 10)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ]);
  expect(slotsAround(0, -1, 30)).toEqual([]);
});

test('a thousand: one by one around the place, bundles at both ends', () => {
  const slots = slotsAround(1_000, 500, 30);
  expect(slots).toHaveLength(3 + 18 + 3);
  expect(slots.filter(isBundle)).toHaveLength(6);
  expect(slotsAround(1_000, 999, 30).filter(isBundle)).toHaveLength(6);
});

test('a few too many go into as few bundles as there are ends', () => {
  expect(slotsAround(22, 21, 20).filter(isBundle)).toEqual([{ from: 0, to: 4 }]);
  expect(slotsAround(24, 11, 20).filter(isBundle)).toHaveLength(2);
});

test('however many there are, the place stands on its own', () => {
  fc.assert(
    fc.property(countOf, roomOf, placeOf, (count, room, place) => {
      const middle = Math.floor(place * count);
      const slots = slotsAround(count, middle, room);
      expectWhole(slots, count, room);
      expect(slots).toContainEqual({ from: middle, to: middle + 1 });
    }),
  );
});

test('whoever opens bundle after bundle comes to any event in a few steps', () => {
  fc.assert(
    fc.property(countOf, roomOf, placeOf, placeOf, (count, room, start, end) => {
      const wanted = Math.floor(end * count);
      let slots = slotsAround(count, Math.floor(start * count), room);
      for (let step = 0; step < 12; step += 1) {
        const slot = slots.find(({ from, to }) => from <= wanted && wanted < to);
        if (slot === undefined || !isBundle(slot)) return;
        slots = slotsWithin(count, slot, room);
        expectWhole(slots, count, room);
      }
      throw new Error(`${wanted} was not reached`);
    }),
  );
});
