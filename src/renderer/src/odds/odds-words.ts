/** Odds in words: who gets what ends so, until when how many succeed, what stands behind the figures. */
import type { Allocated } from '../../../engine/people/allocation.ts';
import { ODDS_SEED, ODDS_TRIALS, type Odds, type OddsQuestion } from '../../../lab/odds.ts';
import { countText } from '../../../shared/counted.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/duration.ts';
import type { Ending, Estimate } from '../../../shared/lab.ts';
import { launchWords } from '../../../views/lab/assumptions.ts';
import { measureText } from '../../../views/words/figure-text.ts';

/** Who gets the work of a life that ends so (R25, R26, R32, R33, R41, R44). */
export function whoGets(ending: Ending, allocated: Allocated): string {
  switch (ending) {
    case 'Done Successfully':
      return 'Nobody: it is done';
    case 'Not Done Successfully':
      return 'The Case owner';
    case 'No response returned':
      return 'Nobody is told';
    case 'Still waiting':
      return 'Nobody: no time limit';
    default:
      return handedTo(allocated);
  }
}

function handedTo({ queue, assignee }: Allocated): string {
  if (queue === null) return assignee ?? 'Nobody: no queue, nobody available';
  return assignee === null ? queue : `${queue}, ${assignee}`;
}

/** `Half are done successfully within 12 min (11 min to 13 min).` */
export function successSentences({
  outcomes,
  timeToSuccess: { p50, p95 },
}: Pick<Odds, 'outcomes' | 'timeToSuccess'>): string[] {
  if (outcomes['Done Successfully'].share === 0) return ['None is done successfully.'];
  if (p50.value === null) return ['Fewer than half are done successfully.'];
  const most = `95 of 100 are done successfully within ${withInterval(p95)}.`;
  if (p95.value === p50.value) return [most];
  return [
    `Half are done successfully within ${withInterval(p50)}.`,
    p95.value === null ? 'Fewer than 95 of 100 are done successfully.' : most,
  ];
}

function withInterval({ value, low, high }: Estimate): string {
  const [is, from, to] = [value, low, high].map(rounded);
  if (low !== null && high === null) return `${is} (${from} or more)`;
  return from === to ? `${is}` : `${is} (${from} to ${to})`;
}

/** From a minute on in whole seconds: what is measured is no finer. */
function rounded(ms: number | null): string {
  return measureText('duration', ms === null || ms < MINUTE_MS ? ms : Math.round(ms / SECOND_MS) * SECOND_MS);
}

/** `20,000 trials, launches spread over 24 h, nights included, seed 1. 95 % intervals.` */
export function behindOdds(playedCount: number, { windowMs, setup: { startAt } }: OddsQuestion): string {
  const all = countText(ODDS_TRIALS);
  const trials = playedCount < ODDS_TRIALS ? `The first ${countText(playedCount)} of ${all} trials` : `${all} trials`;
  return `${trials}, ${launchWords({ windowMs, launchHours: 'any', startAt })}, seed ${ODDS_SEED}. 95 % intervals.`;
}
