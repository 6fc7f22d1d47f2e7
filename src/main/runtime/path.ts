/** Which journal entries lead to the present, where somebody went back on the way. */

/**
 * Whether the last entry goes to before the document, which holds entry `first`. Whoever goes there stores the workspace before
 * saying so: here that was interrupted, and it counts as not gone. It has to be stored before anything else is recorded.
 */
export function isInterrupted(first: number, last: number, jumps: ReadonlyMap<number, number>): boolean {
  return (jumps.get(last) ?? first) < first;
}

/**
 * Whether an entry after `first` leads to entry `last`: walked back from the end, each jump continues where it led. Throws where one
 * leads to before `first`, so that the document does not hold what is needed, unless it is the last one, which was interrupted.
 */
export function pathOf(first: number, last: number, jumps: ReadonlyMap<number, number>): (seq: number) => boolean {
  const ascending = [...jumps.keys()].filter((seq) => seq > first).sort((left, right) => left - right);
  /** After `low`, up to and with `high`. */
  const stretches: { readonly low: number; readonly high: number }[] = [];
  let seq = isInterrupted(first, last, jumps) ? last - 1 : last;
  while (seq > first) {
    const jump = ascending.findLast((each) => each <= seq);
    stretches.push({ low: jump ?? first, high: seq });
    if (jump === undefined) break;
    const target = jumps.get(jump) as number;
    if (target >= jump) throw new Error(`journal entry ${jump} goes to ${target}, which is not before it`);
    if (target < first) throw new Error(`journal entry ${jump} goes to entry ${target}, which is no longer there`);
    seq = target;
  }
  return (each) => stretches.some(({ low, high }) => low < each && each <= high);
}
