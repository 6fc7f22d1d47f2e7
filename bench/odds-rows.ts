/** What `npm run bench -- odds` measures: how long the odds beside a form take, in one thread, without the Lab's flags. */
import { ODDS_TRIALS, OddsPlay, type OddsQuestion } from '../src/lab/odds.ts';
import { DAY_MS } from '../src/shared/duration.ts';
import { EXPERIMENT } from './lab-model.ts';
import type { Row } from './rows.ts';

const [SETUP] = EXPERIMENT.variants;
if (SETUP === undefined) throw new Error('the model of the bench has no variant');

/** The model of the bench, with so many retries. */
const typical = (max: number): OddsQuestion => ({
  windowMs: DAY_MS,
  setup: { ...SETUP, settings: { ...SETUP.settings, retry: { ...SETUP.settings.retry, max } } },
});

/** All that makes lives long: a hundred retries with jitter, calls that fail in more than one way. */
const HARDEST: OddsQuestion = {
  windowMs: DAY_MS,
  setup: {
    ...SETUP,
    settings: { ...SETUP.settings, retry: { ...SETUP.settings.retry, max: 100, jitter: 0.2 } },
    externalApi: {
      ...SETUP.externalApi,
      random: { ...SETUP.externalApi.random, failRate: 0.99, fail: { hang: 1, refused: 2 } } as NonNullable<
        typeof SETUP.externalApi.random
      >,
    },
  },
};

function playAll(question: OddsQuestion): void {
  const play = new OddsPlay(question);
  while (!play.isComplete) play.play();
  if (play.odds.playedCount !== ODDS_TRIALS) throw new Error('some lives are missing');
}

const KEYS = 40;

export const ODDS_ROWS: Readonly<Record<string, Row>> = {
  'odds-first': {
    title: 'the odds of a form just opened',
    unit: 'Actions',
    prepare: async () => async () => {
      playAll(typical(5));
      return ODDS_TRIALS;
    },
  },
  'odds-typing': {
    title: `the odds after each of ${KEYS} keys`,
    unit: 'Actions',
    prepare: async () => {
      playAll(typical(5));
      return async () => {
        for (let key = 0; key < KEYS; key += 1) playAll(typical(key % 11));
        return KEYS * ODDS_TRIALS;
      };
    },
  },
  'odds-hardest': {
    title: 'the odds of 100 retries with jitter',
    unit: 'Actions',
    prepare: async () => async () => {
      playAll(HARDEST);
      return ODDS_TRIALS;
    },
  },
  'odds-hardest-first': {
    title: 'the first 1,000 lives of those',
    unit: 'Actions',
    prepare: async () => async () => {
      const play = new OddsPlay(HARDEST);
      play.play();
      return play.odds.playedCount;
    },
  },
};
