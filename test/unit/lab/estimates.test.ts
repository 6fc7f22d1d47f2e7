import { describe, expect, it } from 'vitest';
import { meanOf, quantileOf, quantilesOf, shareOf } from '../../../src/lab/estimates.ts';
import { Histogram } from '../../../src/lab/histogram.ts';

describe('the interval of a share', () => {
  // Newcombe (1998), table I, method 3: Wilson's score interval without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d: %d to %d', (count, total, low, high) => {
    const share = shareOf(count, total);
    expect(share.value).toBe(count / total);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('of none and of all holds 0 and 1', () => {
    expect(shareOf(0, 7).low).toBe(0);
    expect(shareOf(7, 7).high).toBe(1);
  });
});

describe('quantiles', () => {
  const histogram = new Histogram();
  const values = Float64Array.from({ length: 1_000 }, (_, index) => index + 1);
  histogram.record(values, values, values.length);

  it('are the smallest values that the share does not exceed', () => {
    expect(quantilesOf(histogram)).toEqual({ mean: 500.5, p50: 500, p90: 900, p95: 950, p99: 990 });
  });

  it('have the interval of order statistics: 500 ± 1.96 · √250', () => {
    expect(quantileOf(histogram, 0.5)).toEqual({ value: 500, low: 470, high: 531 });
  });

  it('of nothing are nothing', () => {
    expect(quantilesOf(new Histogram())).toEqual({ mean: null, p50: null, p90: null, p95: null, p99: null });
  });
});

it('the mean of weighted values has the interval of its standard error', () => {
  const { value, low, high } = meanOf([
    [0, 50],
    [7, 0],
    [2, 50],
  ]);
  // A spread of √(100/99) over √100.
  const half = 1.959963984540054 * Math.sqrt(100 / 99 / 100);
  expect(value).toBe(1);
  expect(low).toBeCloseTo(1 - half, 10);
  expect(high).toBeCloseTo(1 + half, 10);
});
