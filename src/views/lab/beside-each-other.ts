/** The variants of several runs as if they had been played together, though not on the same chances. */
import type { Run, VariantResult } from '../../shared/lab.ts';

interface Placed<T> {
  readonly run: T;
  /** Its place in its run. */
  readonly index: number;
  readonly variant: VariantResult;
}

export function besideEachOther<T extends Pick<Run, 'name' | 'variants'>>(runs: readonly T[]): Placed<T>[] {
  return runs.flatMap((run) =>
    run.variants.map((variant, index) => {
      const name = run.variants.length === 1 ? run.name : `${run.name}: ${variant.name}`;
      // What it differed from is not the first of them here.
      return { run, index, variant: { ...variant, name, comparison: null } };
    }),
  );
}
