/** The cheapest variant within limits: with confidence where whole 95 % intervals keep them, else perhaps, else none. */
import { type Change, type Estimate, type Limit, MEASURES, type MeasureInfo, type RunInfo } from '../../shared/lab.ts';
import { isChosen } from '../../shared/variable-settings.ts';
import type { Better } from './pareto.ts';
import { sameValue } from './present.ts';

export interface Candidate {
  readonly measures: Readonly<Record<string, Estimate>>;
}

/** How sure it is: `confident`, each limit holds for its whole 95 % interval; `possible`, for the estimates only. */
export type Sureness = 'confident' | 'possible' | 'none';

export interface Recommendation {
  readonly sureness: Sureness;
  /** The cheapest; `null` where the limits hold for none. */
  readonly index: number | null;
}

/** The measures for which settings may be chosen: none that looks better for giving up. */
export const CHOOSABLE: readonly (readonly [name: string, info: MeasureInfo])[] = Object.entries(MEASURES).filter(
  ([, { role }]) => role !== 'by-product',
);

/**
 * Whether one of the limits is on what the Action is there for. Without it the cheapest is always to give up at once, so nothing
 * is recommended.
 */
export const hasGoal = (limits: readonly Limit[]): boolean =>
  limits.some(({ measure }) => MEASURES[measure]?.role === 'goal');

/** How surely a limit holds. */
function limitHolds({ relation, value: limit }: Limit, estimate: Estimate | undefined): Sureness {
  const { value = null, low = null, high = null } = estimate ?? {};
  if (value === null) return 'none';
  const holds = (figure: number) => (relation === '≤' ? figure <= limit : figure >= limit);
  if (!holds(value)) return 'none';
  const worst = relation === '≤' ? high : low;
  return worst !== null && holds(worst) ? 'confident' : 'possible';
}

/** Whose cost is not known cannot be the cheapest. */
export function recommend(
  candidates: readonly Candidate[],
  limits: readonly Limit[],
  cost: { readonly measure: string; readonly better: Better },
): Recommendation {
  const sign = cost.better === 'lower' ? 1 : -1;
  // Of those that cost the same, the one that serves its goal best: no other beats it.
  const goal = limits.find(({ measure }) => MEASURES[measure]?.role === 'goal');
  const miss = (measures: Candidate['measures']) =>
    goal === undefined ? 0 : (measures[goal.measure]?.value ?? 0) * (goal.relation === '≤' ? 1 : -1);
  const judged = candidates.flatMap(({ measures }, index) => {
    const price = measures[cost.measure]?.value ?? null;
    const holding = limits.map((limit) => limitHolds(limit, measures[limit.measure]));
    if (price === null || holding.includes('none')) return [];
    return [
      {
        index,
        price: price * sign,
        miss: miss(measures),
        sureness: holding.includes('possible') ? 'possible' : 'confident',
      },
    ];
  });
  for (const sureness of ['confident', 'possible'] as const) {
    const [found] = judged
      .filter((each) => each.sureness === sureness)
      .sort((one, other) => one.price - other.price || one.miss - other.miss);
    if (found !== undefined) return { sureness, index: found.index };
  }
  return { sureness: 'none', index: null };
}

/** Of the settings that were varied, the one that nobody chooses; `undefined` where there is none. */
export const givenAxis = (axes: RunInfo['axes']): RunInfo['axes'][number] | undefined =>
  axes.find(({ path }) => !isChosen(path));

/** Whether a designer chooses any of the settings that were varied. */
export const isAnyChosen = (axes: RunInfo['axes']): boolean => axes.some(({ path }) => isChosen(path));

/** The variants to choose from where the API does what is `given`; all of them where nothing is. */
export const candidatesFor = <T extends { readonly changes: readonly Change[] }>(
  variants: readonly T[],
  given: Change | null,
): T[] =>
  variants.filter(
    ({ changes }) =>
      given === null || changes.some(({ path, value }) => path === given.path && sameValue(value, given.value)),
  );
