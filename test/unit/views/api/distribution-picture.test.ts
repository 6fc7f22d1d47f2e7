import { describe, expect, test } from 'vitest';
import type { Distribution } from '../../../../src/shared/api-behaviour.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../src/shared/duration.ts';
import {
  type DistributionPicture,
  densityAt,
  distributionPicture,
  pictureInWords,
} from '../../../../src/views/api/distribution-picture.ts';
import { sampled } from '../../../support/sampled.ts';

const CURVES: Record<string, Exclude<Distribution, number>> = {
  uniform: { uniform: [50, 400] },
  normal: { normal: { mean: 10 * MINUTE_MS, sd: 2 * MINUTE_MS } },
  'normal, much of it cut at 0': { normal: { mean: MINUTE_MS, sd: 2 * MINUTE_MS } },
  exponential: { exponential: { mean: 5 * MINUTE_MS } },
  lognormal: { lognormal: { median: 12 * MINUTE_MS, p95: HOUR_MS } },
  'lognormal, narrow': { lognormal: { median: HOUR_MS, p95: 61 * MINUTE_MS } },
};
const BARS: Record<string, Distribution> = {
  'a plain duration': 250,
  empirical: { empirical: [3_000, 1_000, 2_000, 1_000] },
  'uniform without width': { uniform: [7, 7] },
  'normal without spread': { normal: { mean: 90, sd: 0 } },
  'lognormal without spread': { lognormal: { median: 60, p95: 60 } },
};

/** The area under the drawn points. */
function area({ points }: DistributionPicture): number {
  let sum = 0;
  for (const [index, { ms, height }] of points.entries()) {
    const next = points[index + 1];
    if (next) sum += ((next.ms - ms) * (next.height + height)) / 2;
  }
  return sum;
}

describe('the picture of a distribution', () => {
  test.each(Object.entries(CURVES))('%s: its whole density integrates to 1', (_, distribution) => {
    const { shareAtZero } = distributionPicture(distribution);
    // Finely, and far beyond what is drawn.
    const end = 40 * Math.max(...distributionPicture(distribution).points.map(({ ms }) => ms));
    let sum = 0;
    const steps = 400_000;
    for (let step = 0; step < steps; step += 1) {
      // Steps grow with the square, so that the foot is looked at closely.
      const from = end * (step / steps) ** 2;
      const to = end * ((step + 1) / steps) ** 2;
      sum += (to - from) * densityAt(distribution, (from + to) / 2);
    }
    expect(sum + shareAtZero).toBeCloseTo(1, 3);
  });

  test.each(Object.entries(CURVES))('%s: the drawn part holds at least 99 of 100 draws', (_, distribution) => {
    const picture = distributionPicture(distribution);
    expect(picture.kind).toBe('curve');
    const drawn = area(picture) + picture.shareAtZero;
    expect(drawn).toBeGreaterThan(0.985);
    expect(drawn).toBeLessThan(1.005);
  });

  test.each(Object.entries(BARS))('%s: the bars together hold every draw', (_, distribution) => {
    const { kind, points } = distributionPicture(distribution);
    expect(kind).toBe('bars');
    expect(points.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(1, 12);
  });

  test.each(Object.entries({ ...CURVES, ...BARS }))(
    '%s: median and p95 are those of what is drawn at random',
    (_, distribution) => {
      const { medianMs, p95Ms } = distributionPicture(distribution);
      // The simulator draws by inverse transform: the deviate just below a share gives the duration there.
      expect(Math.abs(sampled(sorted(distribution), 0.5 - 1e-9) - medianMs)).toBeLessThanOrEqual(1);
      expect(Math.abs(sampled(sorted(distribution), 0.95 - 1e-9) - p95Ms)).toBeLessThanOrEqual(1);
    },
  );

  test('known values', () => {
    const of = (distribution: Distribution) => pictureInWords(distributionPicture(distribution));
    expect(of({ lognormal: { median: 12 * MINUTE_MS, p95: HOUR_MS } })).toBe('median 12 min, p95 1 h');
    expect(of({ uniform: [0, 100 * SECOND_MS] })).toBe('median 50 s, p95 1 min 35 s');
    expect(of(5_000)).toBe('median 5 s, p95 5 s');
    expect(of({ empirical: [1_000, 2_000, 3_000, 4_000] })).toBe('median 2 s, p95 4 s');
    const { medianMs, p95Ms } = distributionPicture({ exponential: { mean: 1_000_000 } });
    expect(medianMs).toBeCloseTo(1_000_000 * Math.LN2, 6);
    expect(p95Ms).toBeCloseTo(1_000_000 * Math.log(20), 3);
    expect(distributionPicture({ normal: { mean: 1_000, sd: 100 } }).p95Ms).toBeCloseTo(1_164.485, 3);
    expect(distributionPicture({ normal: { mean: 0, sd: 100 } })).toMatchObject({ medianMs: 0 });
    expect(distributionPicture({ normal: { mean: 0, sd: 100 } }).shareAtZero).toBeCloseTo(0.5, 9);
  });

  test('equal durations share a bar; very many different ones are put together', () => {
    expect(distributionPicture({ empirical: [3_000, 1_000, 2_000, 1_000] }).points).toEqual([
      { ms: 1_000, height: 0.5 },
      { ms: 2_000, height: 0.25 },
      { ms: 3_000, height: 0.25 },
    ]);
    const many = distributionPicture({ empirical: Array.from({ length: 500 }, (_, index) => index * 1_000) });
    expect(many.points.length).toBeLessThanOrEqual(48);
    expect(many.points.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(1, 12);
  });
});

/** The sampler takes empirical durations as they stand; a percentile is of them in order. */
function sorted(distribution: Distribution): Distribution {
  if (typeof distribution === 'number' || !('empirical' in distribution)) return distribution;
  return { empirical: distribution.empirical.toSorted((one, other) => one - other) };
}
