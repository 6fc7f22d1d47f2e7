import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTicks, countTicks, durationTicksOver } from '../../../src/renderer/src/chart/ticks.ts';
import { MAX_DURATION_MS } from '../../../src/shared/duration.ts';
import { durationTicks } from '../../../src/views/words/duration-steps.ts';
import { MINUTE } from '../../support/given.ts';

const HOUR = 60 * MINUTE;
const inMinutes = (ticks: readonly number[]) => ticks.map((ms) => ms / MINUTE);
const duration = fc.integer({ min: 0, max: MAX_DURATION_MS });

describe('ticks of durations', () => {
  it('are round, and not beyond what is shown', () => {
    expect(inMinutes(durationTicks(70 * MINUTE, 6))).toEqual([0, 15, 30, 45, 60]);
    expect(durationTicks(0, 5)).toEqual([0]);
    fc.assert(
      fc.property(duration, fc.integer({ min: 1, max: 20 }), (longestMs, most) => {
        const ticks = durationTicks(longestMs, most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect(ticks.at(-1)).toBeLessThanOrEqual(longestMs);
      }),
    );
  });

  it('hold the longest where the axis ends with one', () => {
    expect(inMinutes(durationTicksOver(50 * MINUTE))).toEqual([0, 15, 30, 45, 60]);
    fc.assert(
      fc.property(duration, (longestMs) => {
        const ticks = durationTicksOver(longestMs);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(longestMs, 1));
      }),
    );
  });
});

describe('ticks of a clock', () => {
  it('are few, in order, on the axis, and round on the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), duration, (startAt, lengthMs) => {
        const ticks = clockTicks(startAt, lengthMs, 8);
        expect(ticks.length).toBeLessThanOrEqual(9);
        for (const ms of ticks) expect(ms >= 0 && ms <= lengthMs).toBe(true);
        if (lengthMs < 8 * HOUR) return;
        for (const ms of ticks) expect((startAt + ms) % MINUTE).toBe(0);
      }),
    );
  });
});

describe('ticks of counts', () => {
  it('are whole numbers that hold the highest', () => {
    expect(countTicks(0)).toEqual([0, 1]);
    expect(countTicks(4)).toEqual([0, 1, 2, 3, 4]);
    expect(countTicks(28)).toEqual([0, 10, 20, 30]);
    expect(countTicks(1_234)).toEqual([0, 500, 1_000, 1_500]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (most) => {
        const ticks = countTicks(most);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      }),
    );
  });
});
