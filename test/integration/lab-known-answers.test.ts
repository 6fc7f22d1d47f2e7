/** Behaviours whose answer can be written down: the Lab's intervals hold it as often as they say. */
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/lab/measures.ts';
import { summaryOf } from '../../src/lab/summary.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { apiFile, type TallyOptions, tallyOf } from '../support/tallies.ts';

const MINUTE = 60_000;
const SEEDS = 200;
/** 95 % intervals of 200 seeds hold the exact value 190 times on average; fewer than 180 has a chance of 0.2 %. */
const HELD_AT_LEAST = 180;

function held(file: ScenarioText, measureName: string, exact: number, options: Omit<TallyOptions, 'seed'>): number {
  const measure = MEASURES.get(measureName);
  if (measure === undefined) throw new Error(`no measure ${measureName}`);
  let count = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { low, high } = measure.of(tallyOf(file, { ...options, seed }));
    if (low !== null && high !== null && low <= exact && exact <= high) count += 1;
  }
  return count;
}

describe('the 95 % interval holds the exact value at the stated rate', () => {
  it.each([
    [0.5, 3],
    [0.3, 1],
    [0.8, 5],
    [0.1, 0],
  ])('independent failures with probability %d and %d retries: escalated p^(M+1) (R14)', (failRate, max) => {
    const file = apiFile({ random: { failRate } }, { retry: { max } });
    expect(held(file, 'notDoneSuccessfully', failRate ** (max + 1), { trials: 2_000 })).toBeGreaterThanOrEqual(
      HELD_AT_LEAST,
    );
    const calls = (1 - failRate ** (max + 1)) / (1 - failRate);
    expect(held(file, 'callsPerLaunch', calls, { trials: 2_000 })).toBeGreaterThanOrEqual(HELD_AT_LEAST - 3);
  });

  it('an exponential response against a fixed window: timed out exp(−window/mean) (R32)', () => {
    const file = apiFile({ random: { responseAfter: { exponential: { mean: '10m' } } } }, { responseWithin: '15m' });
    expect(held(file, 'timeout', Math.exp(-15 / 10), { trials: 2_000 })).toBeGreaterThanOrEqual(HELD_AT_LEAST);
    // Below the window the response is as if there were none: its median is mean × ln 2.
    const median = 10 * MINUTE * Math.LN2;
    expect(held(file, 'timeToEnd.p50', median, { trials: 2_000 })).toBeGreaterThanOrEqual(HELD_AT_LEAST);
  });

  it('an outage of length L and launches spread over it: survived by those whose last call comes after it', () => {
    // Calls at 0, 1, 3 and 7 min: whoever is launched in the last 7 of the 20 min gets through.
    const file = apiFile(
      { outages: [{ from: '+0s', for: '20m' }], otherwise: { respond: { after: '1m', outcome: 'success' } } },
      { retry: { max: 3 } },
    );
    const options = { trials: 2_000, windowMs: 20 * MINUTE };
    expect(held(file, 'connected', 7 / 20, options)).toBeGreaterThanOrEqual(HELD_AT_LEAST);
  });

  it('shares of what an API answers', () => {
    const file = apiFile({ random: { noResponseRate: 0.2, successRate: 0.9 } }, { responseWithin: '5m' });
    expect(held(file, 'doneSuccessfully', 0.8 * 0.9, { trials: 1_000 })).toBeGreaterThanOrEqual(HELD_AT_LEAST);
    expect(held(file, 'updatedByIntegration', 0.8 * 0.1, { trials: 1_000 })).toBeGreaterThanOrEqual(HELD_AT_LEAST);
    expect(held(file, 'handedOverPer1000', 1_000 * (0.2 + 0.08), { trials: 1_000 })).toBeGreaterThanOrEqual(
      HELD_AT_LEAST,
    );
  });
});

describe('what is not random is exact', () => {
  it('fixed latencies: every quantile is the instant itself (R4, R25)', () => {
    const file = apiFile({
      calls: [{ fail: 'refused' }, { status: 503, after: '2s' }],
      otherwise: { acceptAfter: '200ms', respond: { after: '10m', outcome: 'success' } },
    });
    const { outcomes, timeToConnection, timeToEnd, retriesUsed } = summaryOf(tallyOf(file, { trials: 50 }));
    const connected = 3 * MINUTE + 2_000 + 200;
    const all = (value: number) => ({ mean: value, p50: value, p90: value, p95: value, p99: value });
    expect(timeToConnection).toEqual(all(connected));
    expect(timeToEnd).toEqual(all(connected + 10 * MINUTE));
    expect(outcomes['Done Successfully'].share).toBe(1);
    expect(retriesUsed).toEqual({ 0: 0, 1: 0, 2: 1, 3: 0, 4: 0, 5: 0 });
  });

  it('never connects: escalated at 31 min, nothing to say of connections (R14)', () => {
    const summary = summaryOf(tallyOf(apiFile({ otherwise: { fail: 'refused' } }), { trials: 10 }));
    expect(summary).toMatchObject({ escalatedPer1000: 1_000, handedOverPer1000: 0 });
    expect(summary.timeToConnection).toEqual({ mean: null, p50: null, p90: null, p95: null, p99: null });
    expect(summary.timeToEnd.p99).toBe(31 * MINUTE);
  });

  it('no limit and no response: still waiting (R34)', () => {
    const summary = summaryOf(tallyOf(apiFile({ otherwise: {} }), { trials: 10 }));
    expect(summary.outcomes['Still waiting'].share).toBe(1);
    expect(summary.timeToEnd.p50).toBeNull();
  });

  it('the due date closes it: No response returned, nobody told (R33, R36)', () => {
    const file = apiFile({ otherwise: { fail: 'refused' } }, { due: '10m', autoCompleteOnTimeout: true });
    const summary = summaryOf(tallyOf(file, { trials: 10 }));
    expect(summary.outcomes['No response returned'].share).toBe(1);
    expect(summary.timeToEnd.p50).toBe(10 * MINUTE);
    expect(summary.retriesUsed).toMatchObject({ 3: 1 });
    expect(summary.escalatedPer1000).toBe(0);
  });
});
