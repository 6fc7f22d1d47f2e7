/** What can be said of a tally in one figure with its interval: for tables, limits, heat maps, fronts. */
import { TRANSITIONS } from '../../engine/lifecycle.ts';
import { ENDINGS, type Ending, type Estimate, QUANTILES } from '../../shared/lab.ts';
import { meanDuration, meanOf, quantileOf, scaled, shareOf, UNKNOWN } from './estimates.ts';
import type { Histogram } from './histogram.ts';
import type { Tally } from './tally.ts';

export type Unit = 'share' | 'per 1,000' | 'duration' | 'count';

export interface Measure {
  readonly title: string;
  readonly unit: Unit;
  /** Which way is better for whoever configures. */
  readonly better: 'lower' | 'higher';
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

const share = (title: string, better: Measure['better'], counts: (ending: Ending) => boolean): Measure => ({
  title,
  unit: 'share',
  better,
  of: (tally) => shareOf(countOf(tally, counts), tally.trialCount),
});
const perThousand = (title: string, counts: (ending: Ending) => boolean): Measure => ({
  title,
  unit: 'per 1,000',
  better: 'lower',
  of: (tally) => scaled(shareOf(countOf(tally, counts), tally.trialCount), 1_000),
});
const durations = (id: string, title: string, of: (tally: Tally) => Histogram): [string, Measure][] => [
  [
    `${id}.mean`,
    { title: `${title}, mean`, unit: 'duration', better: 'lower', of: (tally) => meanDuration(of(tally)) },
  ],
  ...Object.entries(QUANTILES).map(([name, p]): [string, Measure] => [
    `${id}.${name}`,
    { title: `${title}, ${name}`, unit: 'duration', better: 'lower', of: (tally) => quantileOf(of(tally), p) },
  ]),
];

const retriesWithCounts = ({ retries }: Tally) => [...retries].map((count, k) => [k, count] as const);

/** Every measure by its name on the command line. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['escalatedPer1000', perThousand('Escalated to the Case owner', isEscalated)],
  ['handedOverPer1000', perThousand('Handed over to people', isHandedOver)],
  ['doneSuccessfully', share('Done Successfully', 'higher', (ending) => ending === 'Done Successfully')],
  ['notDoneSuccessfully', share('Not Done Successfully', 'lower', (ending) => ending === 'Not Done Successfully')],
  ['noResponseReturned', share('No response returned', 'lower', (ending) => ending === 'No response returned')],
  [
    'updatedByIntegration',
    share('To Do: Updated by Integration', 'lower', (ending) => ending === 'To Do: Updated by Integration'),
  ],
  ['timeout', share('To Do: Timeout', 'lower', (ending) => ending === 'To Do: Timeout')],
  ['stillWaiting', share('Still waiting', 'lower', (ending) => ending === 'Still waiting')],
  [
    'connected',
    {
      title: 'Connected',
      unit: 'share',
      better: 'higher',
      of: ({ connection, trialCount }) => shareOf(connection.count, trialCount),
    },
  ],
  ...durations('timeToEnd', 'Time to the end', ({ end }) => end),
  ...durations('timeToConnection', 'Time to connection', ({ connection }) => connection),
  ...durations('longestSilence', 'Longest silence', ({ silence }) => silence),
  [
    'retriesUsed',
    { title: 'Retries used, mean', unit: 'count', better: 'lower', of: (tally) => meanOf(retriesWithCounts(tally)) },
  ],
  [
    'callsPerLaunch',
    {
      title: 'Calls per launch',
      unit: 'count',
      better: 'lower',
      of: (tally) => meanOf(retriesWithCounts(tally).map(([k, count]) => [k + 1, count] as const)),
    },
  ],
  [
    'failedCalls',
    {
      title: 'Calls that fail',
      unit: 'share',
      better: 'lower',
      of: ({ callCount, failedCallCount }) => (callCount === 0 ? UNKNOWN : shareOf(failedCallCount, callCount)),
    },
  ],
]);
