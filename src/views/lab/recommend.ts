/** The cheapest variant within limits: for certain where whole intervals hold them, else probably, else none. */
import type { Estimate } from '../../shared/lab.ts';
import type { Better } from './pareto.ts';

export interface Limit {
  /** The name of a measure. */
  readonly measure: string;
  readonly relation: '≤' | '≥';
  /** In the measure's own unit: a share from 0 to 1, milliseconds. */
  readonly value: number;
}

export interface Candidate {
  readonly measures: Readonly<Record<string, Estimate>>;
}

/** `certain`: the limit holds for the whole 95 % interval; `probable`: for the estimate only. */
type Certainty = 'certain' | 'probable' | 'none';

export interface Recommendation {
  readonly certainty: Certainty;
  /** The cheapest; `null` where the limits hold for none. */
  readonly index: number | null;
  /** All for which they hold so, the cheapest first. */
  readonly indices: readonly number[];
}

/** How surely a limit holds. */
function limitHolds({ relation, value: limit }: Limit, estimate: Estimate | undefined): Certainty {
  const { value = null, low = null, high = null } = estimate ?? {};
  if (value === null) return 'none';
  const holds = (figure: number) => (relation === '≤' ? figure <= limit : figure >= limit);
  if (!holds(value)) return 'none';
  const worst = relation === '≤' ? high : low;
  return worst !== null && holds(worst) ? 'certain' : 'probable';
}

/** Whose cost is not known cannot be the cheapest. */
export function recommend(
  candidates: readonly Candidate[],
  limits: readonly Limit[],
  cost: { readonly measure: string; readonly better: Better },
): Recommendation {
  const sign = cost.better === 'lower' ? 1 : -1;
  const costOf = ({ measures }: Candidate) => measures[cost.measure]?.value ?? null;
  const judged = candidates.flatMap((candidate, index) => {
    const price = costOf(candidate);
    if (price === null) return [];
    const holding = limits.map((limit) => limitHolds(limit, candidate.measures[limit.measure]));
    const certainty: Certainty = holding.includes('none')
      ? 'none'
      : holding.includes('probable')
        ? 'probable'
        : 'certain';
    return [{ index, certainty, price: price * sign }];
  });
  for (const certainty of ['certain', 'probable'] as const) {
    const found = judged.filter((each) => each.certainty === certainty).sort((one, other) => one.price - other.price);
    if (found.length > 0)
      return { certainty, index: found[0]?.index ?? null, indices: found.map(({ index }) => index) };
  }
  return { certainty: 'none', index: null, indices: [] };
}
