/** The model that all rows of `bench -- lab` play: failures at random, six calls at most, an exponential response against a window. */
import { z } from 'zod';
import type { Experiment } from '../src/lab/experiment.ts';
import { setupOf } from '../src/main/lab/variants.ts';
import { type Scenario, scenario } from '../src/shared/scenario.ts';

export const FAIL_RATE = 0.3;
export const SUCCESS_RATE = 0.9;
export const RETRY_INTERVALS_MS = [60_000, 120_000, 240_000, 480_000, 960_000];
export const MEAN_RESPONSE_MS = 600_000;
export const RESPONSE_WITHIN_MS = 1_800_000;

/** The same as a scenario; retries are the default pattern. */
export const MODEL: Scenario = z.decode(scenario, {
  title: 'The model of the bench',
  queues: ['AP'],
  users: { dana: {} },
  externalApis: {
    bank: {
      url: 'https://bank.example.test/pay',
      random: { failRate: FAIL_RATE, successRate: SUCCESS_RATE, responseAfter: { exponential: { mean: '10m' } } },
    },
  },
  actionTypes: { pay: { externalApi: 'bank', responseWithin: '30m', allocation: { queue: 'AP' } } },
  caseTypes: { payment: { owner: 'dana', process: ['pay'] } },
});

export const EXPERIMENT: Experiment = {
  seed: 1,
  windowMs: 0,
  paired: false,
  variants: [setupOf(MODEL, 'pay', Date.parse(MODEL.start))],
};

/** What a row must come to, so that none is fast by being wrong: the share of each ending, and the mean time to the end. */
export interface Played {
  readonly done: number;
  readonly escalated: number;
  readonly refused: number;
  readonly timedOut: number;
  readonly meanMs: number;
}

/** Throws where a row's result is further from the model's exact one than chance allows. */
export function check(count: number, { done, escalated, refused, timedOut }: Omit<Played, 'meanMs'>): void {
  const connected = 1 - FAIL_RATE ** 6;
  const inTime = 1 - Math.exp(-RESPONSE_WITHIN_MS / MEAN_RESPONSE_MS);
  const exact = [
    [done, connected * inTime * SUCCESS_RATE],
    [refused, connected * inTime * (1 - SUCCESS_RATE)],
    [timedOut, connected * (1 - inTime)],
    [escalated, FAIL_RATE ** 6],
  ] as const;
  for (const [found, share] of exact) {
    const deviation = Math.sqrt((share * (1 - share)) / count);
    if (Math.abs(found / count - share) > 6 * deviation) {
      throw new Error(`a share of ${found / count} where ${share} is right`);
    }
  }
}
