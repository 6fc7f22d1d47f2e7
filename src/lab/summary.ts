/** A tally as `trigger-lab lab --out json` says it (scenario-format.md). */
import { ENDINGS, type Ending, type ShareEstimate, type Summary } from '../shared/lab.ts';
import { quantilesOf, shareOf } from './estimates.ts';
import { countOf, isEscalated, isHandedOver } from './measures.ts';
import type { Tally } from './tally.ts';

/** What came of at least one trial. */
export function summaryOf(tally: Tally): Summary {
  const { trialCount } = tally;
  const outcomes = Object.fromEntries(
    ENDINGS.map((ending, index) => [ending, outcome(shareOf(tally.endings[index] as number, trialCount))]),
  ) as Record<Ending, ReturnType<typeof outcome>>;
  return {
    outcomes,
    retriesUsed: Object.fromEntries([...tally.retries].map((count, k) => [String(k), count / trialCount])),
    timeToConnection: quantilesOf(tally.connection),
    timeToEnd: quantilesOf(tally.end),
    escalatedPer1000: (countOf(tally, isEscalated) / trialCount) * 1_000,
    handedOverPer1000: (countOf(tally, isHandedOver) / trialCount) * 1_000,
  };
}

function outcome({ value, low, high }: ShareEstimate) {
  return { share: value, low, high };
}
