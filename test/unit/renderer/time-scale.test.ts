import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/renderer/src/chart/ruler/mark-rows.ts';
import {
  axisEnd,
  nearestStop,
  SCALE_KINDS,
  stopsOf,
  ticksOf,
  timeScale,
} from '../../../src/renderer/src/chart/time-scale.ts';
import { MAX_DURATION_MS } from '../../../src/shared/duration.ts';
import { MINUTE } from '../../support/given.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const inMinutes = (instants: readonly number[]) => instants.map((at) => at / MINUTE);

const extent = fc.integer({ min: 1, max: MAX_DURATION_MS });
const kind = fc.constantFrom(...SCALE_KINDS);
const width = fc.integer({ min: 120, max: 2_000 });

describe('the axis of a ruler', () => {
  it('ends a little after what it shows, at an instant that reads well', () => {
    expect(inMinutes([axisEnd(31 * MINUTE), axisEnd(91 * MINUTE)])).toEqual([33, 100]);
    fc.assert(fc.property(extent, (ms) => axisEnd(ms) > ms));
  });

  it('goes there and back between instants and xs', () => {
    fc.assert(
      fc.property(kind, extent, fc.double({ min: 0, max: 1, noNaN: true }), (chosen, maxMs, share) => {
        const scale = timeScale(chosen, maxMs, Math.max(maxMs / 1_000, 1));
        expect(scale.positionOf(0)).toBe(0);
        expect(scale.positionOf(maxMs)).toBeCloseTo(1, 9);
        expect(scale.instantAt(scale.positionOf(share * maxMs)) / maxMs).toBeCloseTo(share, 6);
      }),
    );
  });
});

describe('ticks', () => {
  it('are whole steps on a linear axis', () => {
    expect(inMinutes(ticksOf(timeScale('linear', 100 * MINUTE, MINUTE), 440, 78))).toEqual([0, 30, 60, 90]);
    expect(inMinutes(ticksOf(timeScale('linear', 33 * MINUTE, MINUTE), 900, 78))).toEqual([0, 5, 10, 15, 20, 25, 30]);
  });

  it('name the minute, the hour and the day first on a logarithmic axis', () => {
    const ticks = ticksOf(timeScale('logarithmic', 2 * DAY, MINUTE), 1_000, 60);
    for (const at of [0, MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY]) expect(ticks).toContain(at);
  });

  it('leave room for their labels and stay on the axis, whatever the axis', () => {
    fc.assert(
      fc.property(kind, extent, width, (chosen, maxMs, pixels) => {
        const scale = timeScale(chosen, maxMs, Math.max(maxMs / 500, 1));
        const xs = ticksOf(scale, pixels, 60).map((at) => scale.positionOf(at) * pixels);
        expect(xs[0]).toBe(0);
        for (const [index, x] of xs.slice(1).entries()) {
          expect(x - (xs[index] ?? 0)).toBeGreaterThanOrEqual(60 - 1e-6);
        }
        expect(xs.at(-1)).toBeLessThanOrEqual(pixels + 1e-6);
      }),
    );
  });
});

describe('the stops of the outage slider', () => {
  it('are in order, from launch to the end of the axis, with every call among them', () => {
    fc.assert(
      fc.property(kind, extent, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chosen, maxMs, shares) => {
        const calls = shares.map((share) => Math.round(share * maxMs));
        const stops = stopsOf(timeScale(chosen, maxMs, Math.max(maxMs / 500, 1)), calls);
        expect(stops).toEqual([...new Set(stops)].sort((left, right) => left - right));
        expect([stops[0], stops.at(-1)]).toEqual([0, maxMs]);
        for (const call of calls) expect(stops).toContain(call);
        expect(stops.length).toBeLessThan(700);
      }),
    );
  });

  it('the nearest one is taken', () => {
    const scale = timeScale('linear', 100, 1);
    expect([0, 0.12, 0.29, 1].map((place) => nearestStop(scale, [0, 10, 31, 100], place))).toEqual([0, 10, 31, 100]);
  });
});

describe('marks in rows', () => {
  it('stay in the lowest row that has room; where none has, they lose their number', () => {
    expect(rowsOf([0, 5, 10, 15, 30, 100], 20)).toEqual([0, 1, 2, null, 0, 0]);
  });
});
