/** Which journal entries lead to the present, where somebody went back on the way. */

/**
 * The entries after `first` that lead to entry `last`: walked back from the end, each jump goes on where it led. `null` where
 * one leads to before `first`, so that the document does not hold what is needed.
 */
export function pathOf(
  first: number,
  last: number,
  jumps: ReadonlyMap<number, number>,
): ((seq: number) => boolean) | null {
  const from = [...jumps.keys()].sort((left, right) => left - right);
  /** After `low`, up to and with `high`. */
  const stretches: { readonly low: number; readonly high: number }[] = [];
  for (let seq = last; seq > first; ) {
    const jump = from.findLast((each) => each <= seq && each > first);
    stretches.push({ low: jump ?? first, high: seq });
    if (jump === undefined) break;
    const target = jumps.get(jump) as number;
    if (target < first || target >= jump) return null;
    seq = target;
  }
  return (seq) => stretches.some(({ low, high }) => low < seq && seq <= high);
}
