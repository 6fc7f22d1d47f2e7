import { describe, expect, it } from 'vitest';
import type { Change, Wish } from '../../../../src/shared/lab.ts';
import { bestOf, firstWish } from '../../../../src/views/lab/best.ts';
import { markOf, marksAt, marksOf } from '../../../../src/views/lab/marks.ts';
import { paretoFront } from '../../../../src/views/lab/pareto.ts';
import { apiFile } from '../../../support/tallies.ts';
import { setupFor } from '../../../support/trials.ts';

const estimate = (value: number, half = 0) => ({ value, low: value - half, high: value + half });
const variant = (changes: readonly Change[], escalated: number, calls: number, half = 0) => ({
  changes,
  measures: {
    escalatedPer1000: estimate(escalated, half),
    doneSuccessfully: estimate(1 - escalated / 1_000),
    callsPerLaunch: estimate(calls),
  },
});
const retries = (value: number): Change => ({ path: 'retry.max', value });
const axes = [{ path: 'retry.max', values: [0, 1, 2] }];
const within = (value: number, given: Change | null = null): Wish => ({
  limits: [{ measure: 'escalatedPer1000', relation: '≤', value }],
  cost: 'callsPerLaunch',
  given,
});

describe('the one best', () => {
  const variants = [variant([retries(0)], 90, 1), variant([retries(1)], 5, 1.1, 1), variant([retries(2)], 4.5, 1.2, 1)];

  it('is the cheapest within the limits', () => {
    expect(bestOf({ axes, variants }, within(10))).toEqual({ index: 1, sureness: 'confident' });
    expect(bestOf({ axes, variants }, within(5))).toEqual({ index: 1, sureness: 'possible' });
  });

  it('where none keeps them, or there are none, is the one with the fewest escalations, not one that overlaps it', () => {
    expect(bestOf({ axes, variants }, within(1))).toEqual({ index: 2, sureness: 'none' });
    expect(bestOf({ axes, variants }, { ...within(1), limits: [] })).toEqual({ index: 2, sureness: 'none' });
  });

  it('is on the front of what it is chosen by: of those that cost the same, the better one', () => {
    const same = [variant([retries(0)], 0.9, 1.1), variant([retries(1)], 0.2, 1.1)];
    const best = bestOf({ axes, variants: same }, within(1));
    expect(best?.index).toBe(1);
    const points = same.map(({ measures }) => ({
      x: measures.callsPerLaunch.value,
      y: measures.escalatedPer1000.value,
    }));
    expect(paretoFront(points, 'lower', 'lower')).toContain(best?.index);
  });

  it('is chosen at what is given, and is there only where a designer chooses something', () => {
    const outage = (value: string): Change => ({ path: 'outage', value });
    const both = [...axes, { path: 'outage', values: ['0s', '10m'] }];
    const mixed = [
      variant([retries(0), outage('0s')], 0, 1),
      variant([retries(0), outage('10m')], 900, 1),
      variant([retries(2), outage('10m')], 0.5, 1.4),
    ];
    expect(firstWish(both).given).toEqual(outage('10m'));
    expect(bestOf({ axes: both, variants: mixed }, firstWish(both))?.index).toBe(2);
    expect(bestOf({ axes: both, variants: mixed }, within(1, outage('0s')))?.index).toBe(0);
    expect(bestOf({ axes: [{ path: 'outage', values: ['0s'] }], variants: mixed }, within(1))).toBeNull();
    expect(bestOf({ axes, variants: [] }, within(1))).toBeNull();
  });
});

describe('marks', () => {
  const variants = [variant([retries(0)], 90, 1), variant([retries(1)], 5, 1.1), variant([retries(2)], 0, 1.2)];
  const of = (max: number) => setupFor(apiFile({}, { retry: { max } }));
  const run = { variants, configured: of(1) };

  it('tell what was configured when the study ran from what is now', () => {
    const marks = marksOf(run, of(2), { index: 2, sureness: 'confident' });
    expect(variants.map((_, index) => markOf(marks, index))).toEqual([null, 'when it ran', 'now, recommended']);
    expect(marksAt(marks, 2)).toEqual(['now', 'recommended']);
  });

  it('say it once where that is the same, and what is best where nothing keeps the limits', () => {
    const marks = marksOf(run, of(1), { index: 2, sureness: 'none' });
    expect(variants.map((_, index) => markOf(marks, index))).toEqual([null, 'now', 'best tried']);
  });
});
