/** What can be said of a tally in one figure with its interval: for tables, limits, heat maps, fronts. */
import { TRANSITIONS } from '../engine/action/lifecycle.ts';
import {
  ENDINGS,
  type Ending,
  type Estimate,
  MEASURES as MEASURE_INFOS,
  type MeasureInfo,
  QUANTILES,
  UNKNOWN,
} from '../shared/lab.ts';
import { meanDuration, meanOf, quantileOf, scaled, shareOf } from './estimates.ts';
import type { Histogram } from './histogram.ts';
import type { Tally } from './tally.ts';

export interface Measure extends MeasureInfo {
  readonly of: (tally: Tally) => Estimate;
}

/** Whether the Case owner is told of this ending, by the transition table (R14, R44). */
export function isEscalated(ending: Ending): boolean {
  return TRANSITIONS.some(
    ({ resolutionMethod, effects, from }) =>
      resolutionMethod === ending && from !== 'manual' && effects.includes('escalate'),
  );
}

/** Whether it gives the work to people (R26, R32). */
export function isHandedOver(ending: Ending): boolean {
  return ending.startsWith('To Do');
}

/** How many trials ended in one of the endings that `counts` picks. */
export function countOf(tally: Tally, counts: (ending: Ending) => boolean): number {
  return ENDINGS.reduce((sum, ending, index) => sum + (counts(ending) ? (tally.endings[index] as number) : 0), 0);
}

type Of = Measure['of'];

const share =
  (counts: (ending: Ending) => boolean): Of =>
  (tally) =>
    shareOf(countOf(tally, counts), tally.trialCount);
const endsIn = (wanted: Ending): Of => share((ending) => ending === wanted);
const perThousand =
  (counts: (ending: Ending) => boolean): Of =>
  (tally) =>
    scaled(shareOf(countOf(tally, counts), tally.trialCount), 1_000);
const durations = (id: string, of: (tally: Tally) => Histogram): [string, Of][] => [
  [`${id}.mean`, (tally) => meanDuration(of(tally))],
  ...Object.entries(QUANTILES).map(([name, p]): [string, Of] => [`${id}.${name}`, (tally) => quantileOf(of(tally), p)]),
];
const retriesWithCounts = ({ retries }: Tally) => [...retries].map((count, k) => [k, count] as const);

const FUNCTIONS = new Map<string, Of>([
  ['escalatedPer1000', perThousand(isEscalated)],
  ['handedOverPer1000', perThousand(isHandedOver)],
  ['doneSuccessfully', endsIn('Done Successfully')],
  ['notDoneSuccessfully', endsIn('Not Done Successfully')],
  ['noResponseReturned', endsIn('No response returned')],
  ['updatedByIntegration', endsIn('To Do: Updated by Integration')],
  ['timeout', endsIn('To Do: Timeout')],
  ['stillWaiting', endsIn('Still waiting')],
  ['connected', ({ connection, trialCount }) => shareOf(connection.count, trialCount)],
  ...durations('timeToEnd', ({ end }) => end),
  ...durations('timeToConnection', ({ connection }) => connection),
  ...Object.entries(QUANTILES).map(([name, p]): [string, Of] => [
    `timeToSuccess.${name}`,
    // Of all launches, so that nobody looks quicker by giving up those that take long.
    ({ success, trialCount }) => (success === null ? UNKNOWN : quantileOf(success, p, trialCount)),
  ]),
  ...durations('longestSilence', ({ silence }) => silence),
  ['retriesUsed', (tally) => meanOf(retriesWithCounts(tally))],
  ['callsPerLaunch', (tally) => meanOf(retriesWithCounts(tally).map(([k, count]) => [k + 1, count] as const))],
  [
    'failedCalls',
    ({ callCount, failedCallCount }) => (callCount === 0 ? UNKNOWN : shareOf(failedCallCount, callCount)),
  ],
]);

/** Every measure by its name. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map(
  Object.entries(MEASURE_INFOS).map(([name, info]): [string, Measure] => {
    const of = FUNCTIONS.get(name);
    if (of === undefined) throw new Error(`the measure ${name} is not defined`);
    return [name, { ...info, of }];
  }),
);
