/** What the screen shows of a variant. */
import { allocate } from '../../engine/people/allocation.ts';
import type { Definitions } from '../../shared/definitions.ts';
import { type CumulativePoint, type HandOver, MAX_PAIRED, type Variant, type VariantResult } from '../../shared/lab.ts';
import { comparisonOf } from './compare.ts';
import type { Experiment, Result } from './experiment.ts';
import type { Histogram } from './histogram.ts';
import { countOf, isHandedOver, MEASURES } from './measures.ts';
import { summaryOf } from './summary.ts';
import type { Tally } from './tally.ts';
import type { TrialSetup } from './trial-model.ts';

/** How finely a cumulative distribution is told. */
const CUMULATIVE_POINTS = 200;

export interface VariantsOf {
  readonly definitions: Definitions;
  readonly variants: readonly Variant[];
  readonly settings: readonly Readonly<Record<string, unknown>>[];
  readonly experiment: Experiment;
  readonly result: Result;
}

/** The results of all variants; none before the first trials are in. */
export function variantResults({ definitions, variants, settings, experiment, result }: VariantsOf): VariantResult[] {
  if (result.tallies[0]?.trialCount === 0) return [];
  const isDetailed = variants.length <= MAX_PAIRED;
  return variants.map(({ name, changes }, index) => {
    const tally = result.tallies[index] as Tally;
    const setup = experiment.variants[index] as TrialSetup;
    const pairs = result.pairs[index];
    return {
      name,
      changes,
      settings: settings[index] ?? {},
      summary: summaryOf(tally),
      measures: Object.fromEntries([...MEASURES].map(([id, { of }]) => [id, of(tally)])),
      ended: isDetailed ? cumulative(tally.end, tally.trialCount) : [],
      connected: isDetailed ? cumulative(tally.connection, tally.trialCount) : [],
      handOver: handOver(setup, definitions, tally),
      metOutage: metOutage(setup, tally),
      comparison: index === 0 || pairs === undefined ? null : comparisonOf(pairs),
    };
  });
}

function cumulative(histogram: Histogram, total: number): CumulativePoint[] {
  const points: CumulativePoint[] = [];
  let count = 0;
  let told = 0;
  for (const bucket of histogram.filled()) {
    // A jump is told with its foot, so that it is drawn upright, however long nothing ended before it.
    if (bucket.count >= total / CUMULATIVE_POINTS && count > 0) points.push([bucket.meanMs, count / total]);
    count += bucket.count;
    if (count - told < total / CUMULATIVE_POINTS) continue;
    points.push([bucket.meanMs, count / total]);
    told = count;
  }
  return points;
}

/** People's availability does not change in a trial, so whatever is handed over goes the same way (R41). */
function handOver({ actionType }: TrialSetup, { users }: Definitions, tally: Tally): HandOver | null {
  const count = countOf(tally, isHandedOver);
  if (count === 0) return null;
  const { queue, assignee } = allocate(actionType.allocation, new Map(Object.entries(users)));
  return { queue, assignee, per1000: (count / tally.trialCount) * 1_000 };
}

/** `null` where there is no outage to meet, or nobody counted. */
function metOutage(
  { externalApi: { outages = [] } }: TrialSetup,
  { metOutageCount, trialCount }: Tally,
): number | null {
  return outages.length === 0 || metOutageCount === null ? null : metOutageCount / trialCount;
}
