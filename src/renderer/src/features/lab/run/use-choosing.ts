/** What one chooses by in a study: what the API does, taken as given, and the limits; and so what is best. */
import { useState } from 'react';
import type { Run, VariantResult, Wish } from '../../../../../shared/lab.ts';
import { type Best, bestOf, firstWish, givenAt } from '../../../../../views/lab/best.ts';
import { candidatesFor, givenAxis, isAnyChosen } from '../../../../../views/lab/recommend.ts';
import { type Limits, useLimits } from './use-limits.ts';

export interface Choosing extends Limits {
  /** Whether a designer chooses any of the settings that were varied. */
  readonly isChosen: boolean;
  /** The setting that nobody chooses, and the place of the value at which it is taken. */
  readonly given: Run['axes'][number] | undefined;
  readonly place: number;
  readonly setPlace: (place: number) => void;
  /** The measure of which the recommended variant has the best figure. */
  readonly cost: string;
  readonly setCost: (measure: string) => void;
  /** The variants to choose from. */
  readonly candidates: readonly VariantResult[];
  readonly wish: Wish;
  /** By this wish: the same in the headline, on lines and maps, on the front and in the report. */
  readonly best: Best | null;
}

export function useChoosing({ axes, variants }: Pick<Run, 'axes' | 'variants'>): Choosing {
  const first = firstWish(axes);
  // Nobody chooses what the API does: it is taken as given, the last value (which as a rule is the worst) to begin with.
  const given = givenAxis(axes);
  const [place, setPlace] = useState((given?.values.length ?? 1) - 1);
  const [cost, setCost] = useState(first.cost);
  const typed = useLimits(first.limits);
  const wish: Wish = { limits: [...typed.limits], cost, given: givenAt(axes, place) };
  return {
    ...typed,
    isChosen: isAnyChosen(axes),
    given,
    place,
    setPlace,
    cost,
    setCost,
    candidates: candidatesFor(variants, wish.given),
    wish,
    best: bestOf({ axes, variants }, wish),
  };
}
