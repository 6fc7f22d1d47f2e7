import { describe, expect, it } from 'vitest';
import { breakLines, widestWord } from '../../../../src/views/lanes/break-lines.ts';
import { EM, type LaidLanes, type LayoutRequest, layLanes } from '../../../../src/views/lanes/layout.ts';
import { presentOf } from '../../../../src/views/lanes/present.ts';
import { slotsOf } from '../../../../src/views/lanes/slots.ts';
import { ACCEPTED, type Given, given, START } from '../../../support/given.ts';

/** Half an em a character. */
const half = (text: string) => text.length / 2;
const measure = { plain: half, strong: half };

function laid(
  world: Given,
  width: number,
  more: { ref?: string } & Pick<LayoutRequest, 'perRow' | 'wraps' | 'rowHeight'> = {},
): LaidLanes {
  const { ref = 'C1/post', ...rest } = more;
  const facts = world.world.timelines.get(ref) ?? [];
  const present = presentOf(world.action(ref), facts, START);
  return layLanes({ slots: slotsOf(facts), present, startAt: START, width, measure, ...rest });
}

const failing = (retries: number, max = retries) =>
  given({ settings: { retry: { max } } })
    .launched()
    .failedUntil(retries);

describe('the lanes', () => {
  it('columns are equal and side by side; what goes on is the last one', () => {
    const { columns } = laid(failing(5), 60);
    const slots = columns.slice(0, -1);
    expect(new Set(slots.map(({ width }) => width)).size).toBe(1);
    for (const [index, { x }] of columns.entries()) expect(x).toBeCloseTo(EM.names + index * slots[0]!.width, 6);
    expect(columns.at(-1)).toMatchObject({ slot: null, when: 'now' });
  });

  it('few events have room, and what goes on takes what is left', () => {
    const { columns, width } = laid(given().launched().callEnds(ACCEPTED), 120);
    expect(columns[0]!.width).toBe(EM.widest);
    expect(width).toBeCloseTo(120, 6);
  });

  it('of many, whole ones fill what is in sight beside what goes on', () => {
    const width = 60;
    const { columns } = laid(failing(20), width);
    const [first, last] = [columns[0]!, columns.at(-1)!];
    const inSight = (width - EM.names - last.width) / first.width;
    expect(inSight).toBeCloseTo(Math.round(inSight), 6);
  });

  it.each([40, 60, 150])('no text is wider than its column, and none overlaps another, in %d ems', (width) => {
    for (const world of [failing(20), failing(0, 0), given().launched().callEnds(ACCEPTED)]) {
      const { columns, lanes } = laid(world, width);
      for (const column of columns) {
        expect(half(column.when)).toBeLessThanOrEqual(column.width);
        const texts = [
          ...column.items.map(({ lines, y }) => ({
            lines,
            y,
            x: EM.pad + EM.mark,
            bottom: y + lines.length * EM.line,
          })),
          ...column.states.map(({ lines, y, height }) => ({ lines, y, x: EM.pad + EM.mark, bottom: y + height })),
        ].sort((left, right) => left.y - right.y);
        for (const [index, { lines, x, y, bottom }] of texts.entries()) {
          for (const line of lines) expect(x + half(line)).toBeLessThanOrEqual(column.width);
          const lane = lanes.find((each) => y >= each.y && y < each.y + each.height);
          expect(bottom).toBeLessThanOrEqual(lane!.y + lane!.height);
          expect(y).toBeGreaterThanOrEqual(texts[index - 1]?.bottom ?? 0);
        }
      }
    }
  });

  it('a state that goes on is one band; one that lasted no time stands above it (R50)', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    world.when({ type: 'take', action: 'C1/check', by: 'omar' });
    world.when({ type: 'complete', action: 'C1/check', by: 'omar' });
    const { columns } = laid(world, 80, { ref: 'C1/check' });
    const bands = columns.map(({ states }) => states.at(-1)!);
    expect(new Set(bands.map(({ y, height }) => `${y} ${height}`)).size).toBe(1);
    const [resolved, closed] = columns[2]!.states;
    expect(resolved!.state.status).toBe('Resolved');
    expect(resolved!.y + resolved!.height).toBeLessThan(closed!.y);
  });

  it('a new day says its date, and each event how long after the one before', () => {
    const world = given({ settings: { retry: { max: 1, first: '1d' } } })
      .launched()
      .failedUntil(1);
    expect(laid(world, 80).columns.map(({ when, later }) => `${when} ${later}`.trim())).toEqual([
      '09:00:00',
      '09:00:00 at once',
      '6 Jan 09:00:00 1 d later',
      '09:00:00 at once',
      'now',
    ]);
  });

  it('rows for a slide: so many columns in each', () => {
    const { columns, rowCount } = laid(failing(5), 0, { perRow: 5, wraps: 'first full' });
    expect(rowCount).toBe(3);
    expect(columns.map(({ row }) => row)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2]);
    expect(columns[5]!.x).toBe(columns[0]!.x);
  });

  it('rows that end with what goes on: the first one is short', () => {
    const { columns, rowCount, width } = laid(failing(5), 80, { perRow: 5, wraps: 'last full' });
    expect(rowCount).toBe(3);
    expect(columns.map(({ row }) => row)).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
    for (const begins of [0, 3, 8]) expect(columns[begins]!.x).toBe(EM.names);
    expect(width).toBeCloseTo(80, 6);
    expect(columns.at(-1)!.width).toBeCloseTo(columns[0]!.width * EM.present, 6);
  });

  it('as many columns as are asked for fill the width, however wide that makes them', () => {
    const { columns } = laid(failing(5), 100, { perRow: 3 });
    expect(columns[0]!.width).toBeCloseTo((100 - EM.names) / (2 + EM.present), 6);
  });

  it('lanes share what a row is higher than they need, and the band of the present state grows with its lane', () => {
    const needed = laid(failing(2), 60);
    const higher = laid(failing(2), 60, { rowHeight: needed.rowHeight + 8 });
    expect(higher.rowHeight).toBeCloseTo(needed.rowHeight + 8, 6);
    for (const [index, { height }] of higher.lanes.entries())
      expect(height).toBeCloseTo(needed.lanes[index]!.height + 2, 6);
    const band = ({ columns }: LaidLanes) => columns.at(-1)!.states.at(-1)!.height;
    expect(band(higher)).toBeCloseTo(band(needed) + 2, 6);
    expect(laid(failing(2), 60, { rowHeight: 1 }).rowHeight).toBe(needed.rowHeight);
  });
});

describe('lines of text', () => {
  it('break between words, and keep a figure with its unit', () => {
    expect(breakLines('Retry 4 in 8 min', 6, half)).toEqual(['Retry 4 in', '8 min']);
    expect(breakLines('Case owner dana is told', 6, half)).toEqual(['Case owner', 'dana is told']);
    expect(breakLines('', 6, half)).toEqual([]);
  });

  it('a word that no line holds breaks after a mark, else where the line is full; nothing is lost', () => {
    expect(breakLines('queue accounts-payable/EMEA', 8, half)).toEqual(['queue', 'accounts-', 'payable/EMEA']);
    const long = breakLines('x'.repeat(40), 8, half);
    expect(long.join('')).toBe('x'.repeat(40));
    for (const line of long) expect(half(line)).toBeLessThanOrEqual(8);
  });

  it('the widest word is what a line must hold', () => {
    expect(widestWord('Closed – Not Done Successfully', half)).toBe(6);
  });
});
