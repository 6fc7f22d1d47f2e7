/** The odds beside a form and the Lab play the same lives: the same settings and seed, the same figures. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OddsPlay, type OddsQuestion } from '../../src/lab/odds.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { studyOf } from '../../src/renderer/src/odds/study-of.ts';
import { type Drafted, studyRequest } from '../../src/shared/lab.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { apiFile } from '../support/tallies.ts';
import { decode, setupFor } from '../support/trials.ts';

const HOUR = 3_600_000;
const FILE = apiFile(
  {
    random: {
      failRate: 0.5,
      fail: { refused: 2, hang: 1 },
      successRate: 0.9,
      responseAfter: { exponential: { mean: '10m' } },
    },
    outages: [{ from: '+1h', for: '20m' }],
  },
  { responseWithin: '30m', retry: { max: 2, jitter: 0.1 } },
);

const simulatorOf = (file: ScenarioText) =>
  createSimulator({ dataDir: null, callbackBase: null, transport: 'direct', initial: decode(file) });

/** What the Lab finds when the odds of this question are opened as a study; with the odds. */
async function both(question: OddsQuestion, drafted: Drafted) {
  const simulator = await simulatorOf(FILE);
  const started = await simulator.lab.start(z.decode(studyRequest, studyOf(question, drafted)));
  if (!started.ok) throw new Error(started.message);
  await simulator.lab.ended(started.run.id);
  const run = await simulator.lab.run(started.run.id);
  await simulator.close();
  const play = new OddsPlay(question);
  while (!play.isComplete) play.play();
  return { run, odds: play.odds };
}

describe('odds opened as a study', () => {
  it('of what is configured: every share with its interval, and the time to success', async () => {
    const { run, odds } = await both({ setup: setupFor(FILE), windowMs: 24 * HOUR }, {});
    const [variant] = run?.variants ?? [];
    expect(run).toMatchObject({ playedCount: 20_000, seed: 1, windowMs: 24 * HOUR });
    expect(variant?.summary.outcomes).toEqual(odds.outcomes);
    expect(variant?.measures['timeToSuccess.p50']).toEqual(odds.timeToSuccess.p50);
    expect(Object.values(odds.outcomes).filter(({ share }) => share > 0).length).toBeGreaterThan(2);
  });

  it('of an Action type or an API that is not saved: what the form holds is played, and nothing is configured by it', async () => {
    const setup = setupFor(FILE);
    const asSaved = (await both({ setup, windowMs: HOUR }, {})).odds.outcomes;
    const actionType = { ...setup.actionType, responseWithin: 5 * 60_000 };
    const externalApi = { ...setup.externalApi, outages: [] };
    for (const drafted of [{ actionType }, { externalApi }, { actionType, externalApi }]) {
      const { run, odds } = await both({ setup: { ...setup, ...drafted }, windowMs: HOUR }, drafted);
      expect(run?.variants[0]?.summary.outcomes).toEqual(odds.outcomes);
      expect(odds.outcomes).not.toEqual(asSaved);
      expect(run?.variants[0]?.name).toBe('as in the form');
    }
  });

  it('of an Action type that is manual by now: a sentence, no study', async () => {
    const simulator = await simulatorOf({ ...FILE, actionTypes: { post: { manual: true } } });
    const study = z.decode(studyRequest, studyOf({ setup: setupFor(FILE), windowMs: 0 }, {}));
    expect(await simulator.lab.start(study)).toMatchObject({
      ok: false,
      message: expect.stringContaining('manual Action type'),
    });
    await simulator.close();
  });
});
