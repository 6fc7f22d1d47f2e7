import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Player } from '../../../src/lab/experiment.ts';
import { ODDS_SEED, ODDS_TRIALS, OddsPlay } from '../../../src/lab/odds.ts';
import { summaryOf } from '../../../src/lab/summary.ts';
import type { Tally } from '../../../src/lab/tally.ts';
import type { ScenarioText } from '../../../src/shared/scenario.ts';
import { verdict } from '../../../src/views/verdict/verdict.ts';
import { apiFile } from '../../support/tallies.ts';
import { setupFor } from '../../support/trials.ts';

const HOUR = 3_600_000;

function oddsOf(file: ScenarioText, windowMs = 24 * HOUR) {
  const play = new OddsPlay({ setup: setupFor(file), windowMs });
  while (!play.isComplete) play.play();
  return play.odds;
}

describe('odds', () => {
  it('say what the verdict says where the API never connects: 100 %', () => {
    const durations = fc.constantFrom('90s', '7m', '30m', '2h');
    const file = fc
      .record({
        max: fc.integer({ min: 0, max: 7 }),
        due: fc.option(durations, { nil: undefined }),
        autoCompleteOnTimeout: fc.boolean(),
        responseWithin: fc.option(durations, { nil: undefined }),
        responseClock: fc.constantFrom('connection', 'launch'),
        never: fc.constantFrom({ random: { failRate: 1 } }, { otherwise: { fail: 'refused' } as const }),
      })
      .map(({ max, responseClock, never, ...type }) => {
        const given = Object.fromEntries(Object.entries(type).filter(([, value]) => value !== undefined));
        return apiFile(never, { ...given, retry: { max } }, { responseClock });
      });
    fc.assert(
      fc.property(file, (never) => {
        const { settings, actionType } = setupFor(never);
        const { ending } = verdict(settings, actionType);
        expect(oddsOf(never).outcomes[ending]).toMatchObject({ share: 1, high: 1 });
      }),
      { numRuns: 20 },
    );
  });

  it('are the first lives of a study with the same settings and seed, however they were cut up', () => {
    const file = apiFile({
      random: { failRate: 0.4, successRate: 0.9, responseAfter: { exponential: { mean: '5m' } } },
    });
    const setup = setupFor(file);
    const whole = new Player({ seed: ODDS_SEED, windowMs: HOUR, variants: [setup], paired: false }).play(
      0,
      ODDS_TRIALS,
    );
    const { outcomes, playedCount } = oddsOf(file, HOUR);
    expect(playedCount).toBe(20_000);
    expect(outcomes).toEqual(summaryOf(whole.tallies[0] as Tally).outcomes);
  });

  it('say of how many lives they are before all are played', () => {
    const play = new OddsPlay({ setup: setupFor(apiFile({ random: { failRate: 0.5 } })), windowMs: 0 });
    play.play();
    expect(play.odds.playedCount).toBe(1_000);
    expect(play.isComplete).toBe(false);
  });

  it('time to success is that of all launches: giving up makes nobody quicker', () => {
    // Half of the calls fail and nothing is tried again: half are there at once, and no more will ever be.
    const { timeToSuccess } = oddsOf(
      apiFile({ random: { failRate: 0.4 } }, { responseExpected: false, retry: { max: 0 } }),
    );
    expect(timeToSuccess.p50).toMatchObject({ value: 0 });
    expect(timeToSuccess.p95).toMatchObject({ value: null });
  });
});
