import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../../src/engine/random.ts';
import type { Distribution } from '../../../src/shared/api-behaviour.ts';
import { HOUR_MS, MAX_DURATION_MS, MINUTE_MS } from '../../../src/shared/duration.ts';
import { sampled } from '../../support/sampled.ts';

const DRAWS = 100_000;

function samples(distribution: Distribution): number[] {
  return Array.from({ length: DRAWS }, (_, index) => sampled(distribution, draw(1, 'erp', index, 'responseAfter')));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** What is given comes out within 2 %. */
function expectNear(actual: number, given: number) {
  expect(Math.abs(actual / given - 1)).toBeLessThan(0.02);
}

describe('durations drawn at random', () => {
  it('a plain duration is drawn always', () => {
    expect(new Set(samples(250))).toEqual(new Set([250]));
  });

  it('uniform: both ends come up, nothing beyond, the mean is the middle', () => {
    const drawn = samples({ uniform: [50, 400] });
    expect(Math.min(...drawn.slice(0, 50_000))).toBe(50);
    expect(Math.max(...drawn.slice(0, 50_000))).toBe(400);
    expectNear(mean(drawn), 225);
    expect(new Set(samples({ uniform: [7, 7] }))).toEqual(new Set([7]));
  });

  it('normal: the mean and the standard deviation given come out', () => {
    const drawn = samples({ normal: { mean: 10 * MINUTE_MS, sd: 2 * MINUTE_MS } });
    expectNear(mean(drawn), 10 * MINUTE_MS);
    expectNear(Math.sqrt(mean(drawn.map((value) => (value - 10 * MINUTE_MS) ** 2))), 2 * MINUTE_MS);
  });

  it('normal: is cut at 0, so that what would be negative is 0', () => {
    const drawn = samples({ normal: { mean: 0, sd: 1_000 } });
    expectNear(drawn.filter((value) => value === 0).length / DRAWS, 0.5);
    expect(drawn.every((value) => Object.is(Math.max(value, 0), value))).toBe(true);
  });

  it('exponential: the mean given comes out, and its p95', () => {
    const drawn = samples({ exponential: { mean: 5 * MINUTE_MS } });
    expectNear(mean(drawn), 5 * MINUTE_MS);
    expectNear(quantile(drawn, 0.95), 5 * MINUTE_MS * Math.log(20));
  });

  it('lognormal: the median and the p95 given come out', () => {
    const drawn = samples({ lognormal: { median: 12 * MINUTE_MS, p95: HOUR_MS } });
    expectNear(quantile(drawn, 0.5), 12 * MINUTE_MS);
    expectNear(quantile(drawn, 0.95), HOUR_MS);
    expect(new Set(samples({ lognormal: { median: 900, p95: 900 } }))).toEqual(new Set([900]));
  });

  it('empirical: every value listed is as likely as the others', () => {
    const drawn = samples({ empirical: [1_000, 2_000, 2_000, 9_000] });
    expectNear(drawn.filter((value) => value === 2_000).length / DRAWS, 0.5);
    expect(new Set(drawn)).toEqual(new Set([1_000, 2_000, 9_000]));
  });

  const durationMs = fc.integer({ min: 1, max: MAX_DURATION_MS });
  const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
    durationMs,
    fc.tuple(durationMs, durationMs).map(([a, b]): Distribution => ({ uniform: [Math.min(a, b), Math.max(a, b)] })),
    fc.record({ normal: fc.record({ mean: durationMs, sd: durationMs }) }),
    fc.record({ exponential: fc.record({ mean: durationMs }) }),
    fc.tuple(durationMs, durationMs).map(
      ([a, b]): Distribution => ({
        lognormal: { median: Math.min(a, b), p95: Math.max(a, b) },
      }),
    ),
    fc.record({ empirical: fc.array(durationMs, { minLength: 1 }) }),
  );
  const deviate = fc.oneof(
    fc.constantFrom(0, 1 - 2 ** -53),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((bits) => bits / 2 ** 32),
  );

  it('are whole milliseconds from 0 to the longest duration, for every distribution and draw', () => {
    fc.assert(
      fc.property(anyDistribution, deviate, (distribution, uniform) => {
        const drawn = sampled(distribution, uniform);
        expect(Number.isSafeInteger(drawn)).toBe(true);
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThanOrEqual(MAX_DURATION_MS);
      }),
    );
  });
});
