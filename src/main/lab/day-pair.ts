/** One day played with its outages and without: the same launches and draws, so that only the outages differ. */
import { TrialSeeds } from '../../lab/trial-seed.ts';
import { type Day, type DayOutages, type DayPlan, hasOwnOutages, playDay } from './day.ts';

/** The ways one day was played. */
export interface DayPair {
  /** As configured: with the API's own outages, where it has any. */
  readonly plain: Day;
  /** With the day's outage too; `null` where the day has none. */
  readonly withOutage: Day | null;
  /** Without the API's own outages either; `null` where it has none. */
  readonly withoutAny: Day | null;
}

/** Plays day `index` (from 0) of a plan in every way that differs. */
export async function playDayPair(plan: DayPlan, index: number): Promise<DayPair> {
  const seed = new TrialSeeds(plan.request.seed).seedOf(index);
  const play = (outages: DayOutages) => playDay(plan, seed, outages);
  return {
    plain: await play('own'),
    withOutage: plan.request.outage === null ? null : await play("own and the day's"),
    withoutAny: hasOwnOutages(plan) ? await play('none') : null,
  };
}
