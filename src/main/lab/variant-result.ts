/** What the screen shows of a variant. */
import type { Experiment, Result } from '../../lab/experiment.ts';
import { handOver } from '../../lab/hand-over.ts';
import type { Histogram } from '../../lab/histogram.ts';
import { MEASURES } from '../../lab/measures.ts';
import { summaryOf } from '../../lab/summary.ts';
import type { Tally } from '../../lab/tally.ts';
import type { TrialSetup } from '../../lab/trial-model.ts';
import type { Definitions } from '../../shared/definitions.ts';
import { type CumulativePoint, MAX_PAIRED, type Variant, type VariantResult } from '../../shared/lab.ts';
import { comparisonOf } from './compare.ts';

/** How finely a cumulative distribution is told. */
const CUMULATIVE_POINTS = 200;

export interface VariantsOf {
  /** Who may be handed what is handed over. */
  readonly users: Definitions['users'];
  readonly variants: readonly Variant[];
  readonly settings: readonly Readonly<Record<string, unknown>>[];
  readonly experiment: Experiment;
  readonly result: Result;
}

/** The results of all variants; none before the first trials are in. */
export function variantResults({ users, variants, settings, experiment, result }: VariantsOf): VariantResult[] {
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
      handOver: handOver(setup.actionType, users, tally),
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

/** `null` where there is no outage to meet, or nobody counted. */
function metOutage(
  { externalApi: { outages = [] } }: TrialSetup,
  { metOutageCount, trialCount }: Tally,
): number | null {
  return outages.length === 0 || metOutageCount === null ? null : metOutageCount / trialCount;
}
