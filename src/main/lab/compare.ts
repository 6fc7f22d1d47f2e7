/** Variants side by side in plain words: by how much each differs from the first, on the same draws. */
import type { Result } from '../../lab/experiment.ts';
import { isEscalated, isHandedOver } from '../../lab/measures.ts';
import type { Pairs } from '../../lab/paired.ts';
import { describeDuration } from '../../shared/duration.ts';
import { type Comparison, ENDINGS, type Ending, type Estimate, isNothing } from '../../shared/lab.ts';

/** The paired differences of a variant from the first. */
export function comparisonOf(pairs: Pairs): Comparison {
  const difference = (counts: (ending: Ending) => boolean) =>
    pairs.shareDifference((index) => counts(ENDINGS[index] as Ending));
  const perThousand = ({ value, low, high }: Estimate): Estimate => ({
    value: (value ?? 0) * 1_000,
    low: (low ?? 0) * 1_000,
    high: (high ?? 0) * 1_000,
  });
  return {
    escalatedPer1000: perThousand(difference(isEscalated)),
    handedOverPer1000: perThousand(difference(isHandedOver)),
    doneSuccessfully: difference((ending) => ending === 'Done Successfully'),
    endsLaterMs: pairs.endDifference(),
  };
}

/** A sentence for each variant but the first; none where variants were not paired. */
export function summarySentences(variants: readonly { readonly name: string }[], { pairs }: Result): string[] {
  const [first] = variants;
  return variants.flatMap(({ name }, index) => {
    const pair = pairs[index];
    if (index === 0 || first === undefined || pair === undefined) return [];
    if (pair.isAlike)
      return [`${name} against ${first.name}: exactly the same; every launch ends alike, at the same instant.`];
    const { escalatedPer1000, handedOverPer1000, endsLaterMs } = comparisonOf(pair);
    const parts = [
      moreOrLess(escalatedPer1000, 'escalations per 1,000'),
      moreOrLess(handedOverPer1000, 'hand-overs per 1,000'),
      ...(endsLaterMs === null ? [] : [laterOrSooner(endsLaterMs)]),
    ];
    return `${name} against ${first.name}: ${parts.join('; ')}.`;
  });
}

function isClear({ low, high }: Estimate): boolean {
  return (low ?? 0) > 0 || (high ?? 0) < 0;
}

function moreOrLess(estimate: Estimate, what: string): string {
  if (isNothing(estimate)) return `exactly the same ${what}`;
  if (!isClear(estimate)) return `no clear difference in ${what}`;
  const { value, low, high } = estimate;
  const [from, to] = [Math.abs(low ?? 0), Math.abs(high ?? 0)].sort((a, b) => a - b);
  const amount = Math.abs(value ?? 0).toFixed(1);
  return `${amount} ${(value ?? 0) > 0 ? 'more' : 'fewer'} ${what} (${from?.toFixed(1)} to ${to?.toFixed(1)})`;
}

function laterOrSooner(estimate: Estimate): string {
  if (isNothing(estimate)) return 'ends at the same instants';
  if (!isClear(estimate)) return 'no clear difference in the time to the end';
  const { value } = estimate;
  return `ends ${describeDuration(value ?? 0)} ${(value ?? 0) > 0 ? 'later' : 'sooner'} on average`;
}
