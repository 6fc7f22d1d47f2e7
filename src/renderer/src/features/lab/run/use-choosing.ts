/** What one chooses by in a sweep: what the API does, taken as given, and the limits; and so what is recommended. */
import { useState } from 'react';
import type { Run, VariantResult, Wish } from '../../../../../shared/lab.ts';
import { candidatesFor, givenAxis, isAnyChosen } from '../../../../../views/lab/recommend.ts';
import { type Recommending, useRecommendation } from './use-recommendation.ts';

export interface Choosing {
  /** Whether a designer chooses any of the settings that were varied. */
  readonly isChosen: boolean;
  /** The setting that nobody chooses, and the place of the value at which it is taken. */
  readonly given: Run['axes'][number] | undefined;
  readonly place: number;
  readonly setPlace: (place: number) => void;
  readonly candidates: readonly VariantResult[];
  readonly recommending: Recommending;
  /** The same for a report. */
  readonly wish: Wish;
}

export function useChoosing({ axes, variants }: Pick<Run, 'axes' | 'variants'>): Choosing {
  // Nobody chooses what the API does: it is taken as given, the last value (which as a rule is the worst) to begin with.
  const given = givenAxis(axes);
  const [place, setPlace] = useState((given?.values.length ?? 1) - 1);
  const change = given === undefined ? null : { path: given.path, value: given.values[place] ?? null };
  const candidates = candidatesFor(variants, change);
  const recommending = useRecommendation(candidates);
  const isChosen = isAnyChosen(axes);
  const { limits, cost } = recommending;
  return {
    isChosen,
    given,
    place,
    setPlace,
    candidates,
    recommending,
    wish: { limits: isChosen ? [...limits] : [], cost, given: change },
  };
}
