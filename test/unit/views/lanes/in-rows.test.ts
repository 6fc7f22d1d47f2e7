/** The lanes of a stage: as many events in sight as there is room for, and every row whole. */
import { describe, expect, it } from 'vitest';
import { layInRows, type SizedLanes } from '../../../../src/views/lanes/in-rows.ts';
import { EM, layLanes } from '../../../../src/views/lanes/layout.ts';
import { presentOf } from '../../../../src/views/lanes/present.ts';
import { slotsOf } from '../../../../src/views/lanes/slots.ts';
import { given, START } from '../../../support/given.ts';

const half = (text: string) => text.length / 2;

/** After so many retries failed: twice as many slots and two more, and what goes on. */
function lanes(retries: number, size: number): SizedLanes {
  const world = given({ settings: { retry: { max: retries } } })
    .launched()
    .failedUntil(retries);
  const facts = world.world.timelines.get('C1/post') ?? [];
  const request = { slots: slotsOf(facts), present: presentOf(world.action('C1/post'), facts, START), startAt: START };
  const measure = { plain: half, strong: half };
  return { size, lay: (width, rows) => layLanes({ ...request, width: width / size, measure, ...rows }) };
}

const stage = (retries: number, width: number, height: number) =>
  layInRows([lanes(retries, 24), lanes(retries, 20)], width, height);

describe('lanes on a stage', () => {
  it('few events are one row, higher than its words need, and never higher than its room', () => {
    const { laid, size, shownRows } = stage(0, 1236, 700);
    expect([laid.rowCount, shownRows, size]).toEqual([1, 1, 24]);
    const { rowHeight } = lanes(0, 24).lay(1236);
    expect(laid.rowHeight).toBeGreaterThan(rowHeight);
    expect(laid.rowHeight * size).toBeLessThanOrEqual(700);
  });

  it('more of them are rows of which the first are full, so that each keeps its place', () => {
    const { laid, shownRows } = stage(2, 1236, 1000);
    expect([laid.rowCount, shownRows]).toEqual([2, 2]);
    expect(laid.columns.map(({ row }) => row)).toEqual([...laid.columns].map(({ row }) => row).sort());
    expect(laid.columns.filter(({ row }) => row === 0).length).toBeGreaterThan(
      laid.columns.filter(({ row }) => row === 1).length - 1,
    );
  });

  it('of still more, the last rows can be seen whole, and end with what goes on', () => {
    const { laid, size, shownRows } = stage(9, 1236, 900);
    expect(shownRows).toBeGreaterThan(1);
    expect(laid.rowCount).toBeGreaterThan(shownRows);
    expect(size).toBe(20);
    const inLast = laid.columns.filter(({ row }) => row === laid.rowCount - 1);
    expect(inLast.at(-1)?.slot).toBeNull();
    expect(inLast.length).toBe(laid.columns.filter(({ row }) => row === 1).length);
  });

  it.each([
    [1236, 320],
    [960, 390],
    [1236, 560],
    [1700, 900],
  ])('in %i×%i pixels whole rows fit, and no column is cut', (width, height) => {
    for (const retries of [0, 1, 3, 5, 12]) {
      const { laid, size, shownRows } = stage(retries, width, height);
      const rows = shownRows * (laid.rowHeight + EM.rowGap) - EM.rowGap;
      expect(rows * size).toBeLessThanOrEqual(height + 0.001);
      if (shownRows > 1) expect(laid.width * size).toBeLessThanOrEqual(width + 0.001);
      const first = laid.columns.at(0)?.width ?? 0;
      // A strip is as wide as all its columns: what is in sight of it begins with a whole one.
      const before = (width / size - EM.names - (laid.columns.at(-1)?.width ?? 0)) / first;
      if (laid.width * size > width + 0.001) expect(before).toBeCloseTo(Math.round(before), 6);
    }
  });

  it('without room for a row they are the strip that is scrolled, in the first size', () => {
    const { laid, size, shownRows } = stage(5, 900, 100);
    expect([laid.rowCount, shownRows, size]).toEqual([1, 1, 24]);
    expect(laid.rowHeight).toBe(lanes(5, 24).lay(900).rowHeight);
  });
});
