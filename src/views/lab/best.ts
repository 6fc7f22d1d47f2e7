/** The one best of a study: the headline, the marks on lines and maps, the front, *Recommend* and the report all name it. */
import { type Change, MEASURES, type Run, type VariantResult, type Wish } from '../../shared/lab.ts';
import { candidatesFor, givenAxis, hasGoal, isAnyChosen, recommend, type Sureness } from './recommend.ts';

export interface Best {
  /** Its place among all variants. */
  readonly index: number;
  /** How surely it keeps the limits; `none`: it does not, or there are none, and it is the best of those tried. */
  readonly sureness: Sureness;
}

export type Judged = Pick<Run, 'axes'> & { readonly variants: readonly Pick<VariantResult, 'changes' | 'measures'>[] };

/** What one begins with: few escalations, and an end within two hours. */
const FIRST_LIMITS: Wish['limits'] = [
  { measure: 'escalatedPer1000', relation: '≤', value: 1 },
  { measure: 'timeToSuccess.p95', relation: '≤', value: 2 * 3_600_000 },
];

/** What is wished for unless someone says otherwise. What nobody chooses is given: its last value, which as a rule is the worst. */
export function firstWish(axes: Run['axes']): Wish {
  return {
    limits: isAnyChosen(axes) ? FIRST_LIMITS : [],
    cost: 'callsPerLaunch',
    given: givenAt(axes, Number.POSITIVE_INFINITY),
  };
}

/** What nobody chooses, at the value of this place, or at its last; `null` where all that is varied is chosen. */
export function givenAt(axes: Run['axes'], place: number): Change | null {
  const axis = givenAxis(axes);
  if (axis === undefined || !isAnyChosen(axes)) return null;
  return { path: axis.path, value: axis.values[Math.min(place, axis.values.length - 1)] ?? null };
}

/**
 * The cheapest variant that keeps the limits; where none does, or no limit is on what the Action is there for, the one with the fewest
 * escalations, or the most successes where nothing is escalated, and of those the fewest calls. `null` where a designer chooses
 * nothing of what was varied, and before the first trials.
 */
export function bestOf({ axes, variants }: Judged, { limits, cost, given }: Wish): Best | null {
  if (variants.length === 0 || (axes.length > 0 && !isAnyChosen(axes))) return null;
  const candidates = candidatesFor(variants, given);
  const kept = hasGoal(limits)
    ? recommend(candidates, limits, { measure: cost, better: MEASURES[cost]?.better ?? 'lower' })
    : null;
  const keeping = kept?.index == null ? undefined : candidates[kept.index];
  if (kept !== null && keeping !== undefined) return { index: variants.indexOf(keeping), sureness: kept.sureness };
  const { costOf } = speaking(candidates);
  const calls = (variant: Candidate) => figureOf(variant, 'callsPerLaunch');
  const [least] = candidates.toSorted((one, other) => costOf(one) - costOf(other) || calls(one) - calls(other));
  return least === undefined ? null : { index: variants.indexOf(least), sureness: 'none' };
}

type Candidate = Pick<VariantResult, 'measures'>;

const figureOf = ({ measures }: Candidate, measure: string) => measures[measure]?.value ?? 0;

/** What a study speaks of: escalations, or where no variant has any, successes. Less cost is better. */
export function speaking(variants: readonly Candidate[]) {
  const isEscalated = variants.some((variant) => figureOf(variant, 'escalatedPer1000') > 0);
  const measure = isEscalated ? 'escalatedPer1000' : 'doneSuccessfully';
  return {
    measure,
    what: isEscalated ? 'escalated' : 'Done Successfully',
    estimateOf: ({ measures }: Candidate) => measures[measure],
    per1000: (variant: Candidate) => figureOf(variant, measure) * (isEscalated ? 1 : 1_000),
    costOf: (variant: Candidate) => figureOf(variant, measure) * (isEscalated ? 1 : -1),
  };
}
