import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from '../../../src/lab/histogram.ts';

const duration = fc.oneof(
  fc.integer({ min: 0, max: 5_000 }),
  fc.integer({ min: 0, max: 2 ** 31 }),
  fc.integer({ min: 2 ** 31 - 2, max: 2 ** 31 + 2 }),
  fc.integer({ min: 0, max: 2 ** 48 }),
);

function histogramOf(durations: readonly number[]): Histogram {
  const histogram = new Histogram();
  const values = Float64Array.from(durations);
  histogram.record(values, values, values.length);
  return histogram;
}

describe('a histogram of durations', () => {
  it('keeps each value within 0.2 % and the sum exactly', () => {
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1 }), (durations) => {
        const histogram = histogramOf(durations);
        const sorted = durations.toSorted((a, b) => a - b);
        const kept = [...histogram.filled()].flatMap(({ meanMs, count }) => Array(count).fill(meanMs));
        expect(kept).toHaveLength(sorted.length);
        for (const [index, value] of sorted.entries()) {
          expect(Math.abs(kept[index] - value)).toBeLessThanOrEqual(value / 512);
        }
        expect(histogram.count).toBe(durations.length);
        expect(histogram.sumMs).toBe(durations.reduce((sum, each) => sum + BigInt(each), 0n));
      }),
    );
  });

  it('tells every whole millisecond below 1,024 apart, and one value is itself', () => {
    const histogram = histogramOf(Array.from({ length: 1_024 }, (_, ms) => ms));
    expect([...histogram.filled()].map(({ meanMs }) => meanMs)).toEqual(Array.from({ length: 1_024 }, (_, ms) => ms));
    fc.assert(
      fc.property(duration, (value) => {
        expect([...histogramOf([value, value]).filled()]).toEqual([{ meanMs: value, count: 2 }]);
      }),
    );
  });

  it('parts merged in any order are the whole', () => {
    fc.assert(
      fc.property(fc.array(duration), fc.array(duration), (some, others) => {
        const [one, other] = [histogramOf(some), histogramOf(others)];
        one.merge(histogramOf(others).state);
        other.merge(histogramOf(some).state);
        const whole = [...histogramOf([...some, ...others]).filled()];
        expect([...one.filled()]).toEqual(whole);
        expect([...other.filled()]).toEqual(whole);
      }),
    );
  });
});
