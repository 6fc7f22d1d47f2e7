import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/shared/lab.ts';
import { firstWish } from '../../../../src/views/lab/best.ts';
import { variantName } from '../../../../src/views/lab/change-words.ts';
import { type Headlined, headlineOf } from '../../../../src/views/lab/headline.ts';
import { measureText } from '../../../../src/views/words/figure-text.ts';
import { apiFile } from '../../../support/tallies.ts';
import { setupFor } from '../../../support/trials.ts';

const estimate = (value: number, half = value / 20) => ({ value, low: value - half, high: value + half });

/** A variant of which so many of 1,000 are escalated; calls rise with its retries. */
function variant(changes: readonly Change[], escalated: number, metOutage: number | null = 0.02, calls = 1) {
  return {
    name: variantName(changes),
    changes,
    metOutage,
    measures: {
      escalatedPer1000: estimate(escalated),
      doneSuccessfully: estimate(1 - escalated / 1_000, 0.001),
      'timeToSuccess.p95': estimate(600_000),
      callsPerLaunch: estimate(calls),
    },
  };
}
const retries = (value: number): Change => ({ path: 'retry.max', value });
const outageOf = (value: string): Change => ({ path: 'outage', value });
const sweepOf = (...paths: string[]) => paths.map((path) => ({ path, values: [] }));

const setup = setupFor(apiFile({ outages: [{ from: '+1h', for: '20m' }] }, { retry: { max: 2 } }));
const study = (part: Partial<Headlined>): Headlined => ({
  axes: [],
  playedCount: 100_000,
  windowMs: 86_400_000,
  launchHours: 'any',
  configured: setup,
  startAt: setup.startAt,
  variants: [],
  ...part,
});
const headline = (of: Headlined) => headlineOf(of, firstWish(of.axes));

describe('a headline answers in two sentences', () => {
  it('with the figure of the tables', () => {
    const variants = [variant([], 1.65)];
    expect(headline(study({ variants }))[0]).toBe('As configured, 1.7 of 1,000 launches are escalated.');
    expect(measureText('per 1,000', 1.65)).toBe('1.7');
  });

  it('how few retries are enough, and what the present ones lead to', () => {
    const variants = [
      variant([retries(0)], 138, 0.02, 1),
      variant([retries(2)], 35, 0.02, 1.1),
      variant([retries(4)], 0, 0.02, 1.2),
      variant([retries(8)], 0, 0.02, 1.2),
    ];
    expect(headline(study({ axes: sweepOf('retry.max'), variants }))).toEqual([
      'Maximum retries 4 survives the outage of 20 min at 10:00: none of 100,000 launches is escalated.',
      'With maximum retries 2, as configured when it ran, 35 of 1,000 launches are escalated.',
    ]);
  });

  it('that what is configured is enough, and what the worst leads to', () => {
    const variants = [variant([], 0), variant([retries(0)], 138)];
    expect(headline(study({ variants }))).toEqual([
      'As configured survives the outage of 20 min at 10:00: none of 100,000 launches is escalated.',
      'With maximum retries 0, 138 of 1,000 launches are escalated.',
    ]);
  });

  it('exactly the same, where it is', () => {
    const variants = [variant([], 35), { ...variant([], 35), name: 'the same' }];
    expect(headline(study({ variants }))).toEqual([
      'Both variants have exactly the same results.',
      'With each of them, 35 of 1,000 launches are escalated.',
    ]);
  });

  it('how long an outage is endured: nobody chooses that there is none', () => {
    const variants = [variant([outageOf('0s')], 0), variant([outageOf('5m')], 0), variant([outageOf('10m')], 1_000)];
    expect(headline(study({ axes: sweepOf('outage'), variants }))).toEqual([
      'Up to an outage of 5 min from the start, none of 100,000 launches is escalated.',
      'With an outage of 10 min from the start, all 100,000 launches are escalated.',
    ]);
  });

  it('what nobody chooses is given at its last value, as Recommend takes it', () => {
    const axes = [
      { path: 'retry.max', values: [2, 5] },
      { path: 'outage', values: ['0s', '10m'] },
    ];
    const variants = [
      variant([retries(2), outageOf('0s')], 0),
      variant([retries(2), outageOf('10m')], 1_000),
      variant([retries(5), outageOf('0s')], 0),
      variant([retries(5), outageOf('10m')], 2),
    ];
    expect(headline(study({ axes, variants }))).toEqual([
      'No variant keeps the limits. With an outage of 10 min from the start, maximum retries 5 does best: 2 of 1,000 launches are escalated.',
      'With maximum retries 2, as configured when it ran, all 100,000 launches are escalated.',
    ]);
    const [given] = [{ ...firstWish(axes), given: outageOf('0s') }];
    expect(headlineOf(study({ axes, variants }), given)[0]).toMatch(
      /^With no outage, maximum retries 2, as configured when it ran, is the cheapest that keeps the limits: none of/,
    );
  });

  it('with the variant that the limits recommend, and not another that does as well at more cost', () => {
    const variants = [
      variant([retries(0)], 138, 0.02, 1),
      variant([retries(3)], 0.4, 0.02, 1.15),
      variant([retries(4)], 0, 0.02, 1.2),
    ];
    const axes = sweepOf('retry.max');
    expect(headline(study({ axes, variants }))[0]).toBe(
      'Maximum retries 3 is the cheapest that keeps the limits: 0.4 of 1,000 launches are escalated.',
    );
    const strict = { ...firstWish(axes), limits: [{ measure: 'escalatedPer1000', relation: '≤' as const, value: 0 }] };
    expect(headlineOf(study({ axes, variants }), strict)[0]).toMatch(/^Maximum retries 4 survives the outage/);
  });

  it('of one variant, how it ends and how long success takes', () => {
    const [only] = [variant([], 35)];
    const measures = {
      ...only?.measures,
      'timeToSuccess.p50': estimate(600_000),
      'timeToSuccess.p95': { value: null, low: null, high: null },
    };
    expect(headline(study({ variants: [{ ...variant([], 35), measures }] }))).toEqual([
      'As configured, 35 of 1,000 launches are escalated.',
      'Half of the launches succeed within 10 min, and fewer than 95 % ever do.',
    ]);
  });

  it('of one variant whose launches all take as long, that is said once', () => {
    const only = variant([], 35);
    const measures = {
      ...only.measures,
      'timeToSuccess.p50': estimate(300_000),
      'timeToSuccess.p95': estimate(300_000),
    };
    expect(headline(study({ variants: [{ ...only, measures }] }))[1]).toBe(
      '95 % of the launches succeed within 5 min.',
    );
  });

  it('is not there before the first trials are in', () => {
    expect(headline(study({}))).toEqual([]);
  });
});

describe('where outages are configured and no launch met one, that is the first line', () => {
  const unmet = [variant([], 0, 0), variant([retries(0)], 0, 0)];

  it('with what to do about it', () => {
    expect(headline(study({ variants: unmet, windowMs: 0 }))[0]).toBe(
      'None of the 100,000 launches met an outage: all were launched at the start. Spread them over 24 h to see what outages do.',
    );
    expect(headline(study({ variants: unmet, windowMs: 600_000 }))[0]).toMatch(
      /: they were spread over 10 min\. Spread/,
    );
    expect(headline(study({ variants: unmet, launchHours: 'working' }))[0]).toMatch(
      /: they were spread over 24 h in working hours\. Launch at any hour to see what outages do\.$/,
    );
  });

  it('and is not, where there is no outage to meet, where one was met, or where nobody counted', () => {
    const met = [variant([], 35, 0.001), variant([retries(0)], 99, 0)];
    expect(headline(study({ variants: met }))[0]).not.toMatch(/met an outage/);
    expect(headline(study({ variants: [variant([], 35, null)] }))[0]).not.toMatch(/met an outage/);
  });
});
