/** Behaviours whose answer can be written down: the Lab's intervals hold it as often as they say. */
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import { MEASURES } from '../../src/lab/measures.ts';
import { summaryOf } from '../../src/lab/summary.ts';
import type { Tally } from '../../src/lab/tally.ts';
import { checkStudy, FIRST } from '../../src/renderer/src/features/lab/form/study-draft.ts';
import { studySetting } from '../../src/renderer/src/features/lab/form/study-setting.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { apiFile, type TallyOptions, tallyOf } from '../support/tallies.ts';
import { decode } from '../support/trials.ts';

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

/**
 * What a new study asks for of itself, on three configurations with an outage. The scenario starts at 09:00; launches are spread evenly
 * over the day that the form offers, 1,440 min, so a share is a number of minutes of launches over 1,440.
 */
describe('the default study holds the escalations worked out by hand', () => {
  const exactly = (minutes: number) => (1_000 * minutes) / 1_440;

  it.each<[string, ScenarioText, number]>([
    [
      'down from 10:00 to 10:20, two retries after 1 and 2 min',
      // Calls 0, 1 and 3 min after launch, each refused at once. Escalated (R14) if the first and the last are in the outage:
      // launched from 10:00 on, and before 10:20 − 3 min = 10:17. 17 min of launches.
      apiFile(
        { outages: [{ from: '+1h', for: '20m' }], otherwise: { respond: { after: '1m', outcome: 'success' } } },
        { retry: { max: 2 } },
      ),
      exactly(17),
    ],
    [
      '503 after a minute from 11:00 to 11:30, one retry after 5 min',
      // The first call is answered 1 min after launch, the retry starts 5 min later: 6 min after launch. Both in the outage:
      // launched from 11:00 on, and before 11:30 − 6 min = 11:24. 24 min of launches.
      apiFile(
        {
          outages: [{ from: '+2h', for: '30m', status: 503, after: '1m' }],
          otherwise: { respond: { outcome: 'success' } },
        },
        { retry: { max: 1, first: '5m' } },
      ),
      exactly(24),
    ],
    [
      'down from 12:00 to 13:00, and one call in five fails at any other time; one retry after 10 min',
      // Both calls, at launch and 10 min later, have to fail, which chance makes of them with 0.2 each outside the outage.
      // Launched 12:00–12:50 (50 min): both in the outage, 1. Launched 12:50–13:00 (10 min): 1 × 0.2. Launched 11:50–12:00
      // (10 min): 0.2 × 1. The other 1,370 min: 0.2 × 0.2. In all 50 + 2 + 2 + 54.8 = 108.8 min.
      apiFile(
        { outages: [{ from: '+3h', for: '1h' }], random: { failRate: 0.2 } },
        { retry: { max: 1, first: '10m' } },
      ),
      exactly(108.8),
    ],
  ])('%s', (_, file, exact) => {
    const world = createWorld(decode(file), Date.parse('2026-01-05T09:00:00Z'), 1);
    const { request } = checkStudy(FIRST, studySetting(world));
    expect(request).toMatchObject({ trialCount: 100_000, windowMs: 1_440 * MINUTE });
    const { trialCount: trials = 0, seed = 0, windowMs = 0 } = request ?? {};
    const { low, high } = MEASURES.get('escalatedPer1000')?.of(tallyOf(file, { trials, seed, windowMs })) ?? {};
    expect(low).toBeLessThanOrEqual(exact);
    expect(high).toBeGreaterThanOrEqual(exact);
    expect(held(file, 'notDoneSuccessfully', exact / 1_000, { trials: 2_000, windowMs })).toBeGreaterThanOrEqual(
      HELD_AT_LEAST,
    );
  });
});

describe('time to success', () => {
  it('counts every launch: giving up at once is not quicker, it never gets there', () => {
    // Half of all calls fail; a retry comes after a minute. By 1 min three of four succeed.
    const quick = tallyOf(apiFile({ random: { failRate: 0.5 } }, { retry: { max: 0 } }), { trials: 20_000 });
    const patient = tallyOf(apiFile({ random: { failRate: 0.5 } }, { retry: { max: 9 } }), { trials: 20_000 });
    const p90 = (tally: Tally, name: string) => MEASURES.get(`${name}.p90`)?.of(tally).value;
    expect(p90(quick, 'timeToEnd')).toBe(0);
    expect(p90(quick, 'timeToSuccess')).toBeNull();
    // 1 − 0.5^4 = 0.9375 by the third retry, at 7 min; 0.875 by the second.
    expect(p90(patient, 'timeToSuccess')).toBe(7 * MINUTE);
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
