/** One day played with and without its outage: the same launches and draws, so that only the outage differs. */

import { TrialSeeds } from '../../lab/trial-seed.ts';
import { type Day, type DayPlan, playDay } from './day.ts';

/** Both ways one day was played. */
export interface DayPair {
  readonly plain: Day;
  readonly withOutage: Day | null;
}

/** Plays day `index` (from 0) of a plan, with the outage too where there is one. */
export async function playDayPair(plan: DayPlan, index: number): Promise<DayPair> {
  const seed = new TrialSeeds(plan.request.seed).seedOf(index);
  const plain = await playDay(plan, seed, false);
  return { plain, withOutage: plan.request.outage === null ? null : await playDay(plan, seed, true) };
}
