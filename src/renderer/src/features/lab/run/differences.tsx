/** How each variant differs from the first, on the same chances; nothing where there is but one. */
import { type Comparison, type Estimate, isNothing, type Unit, type VariantResult } from '../../../../../shared/lab.ts';
import { differenceIntervalText, differenceText, isClear } from '../../../../../views/words/figure-text.ts';
import { Section } from '../../../components/section.tsx';
import { type FigureRow, FigureTable, Interval } from './figure-table.tsx';

const DIFFERENCES: readonly (readonly [keyof Comparison, string, Unit])[] = [
  ['escalatedPer1000', 'Escalated, per 1,000', 'per 1,000'],
  ['handedOverPer1000', 'Handed over, per 1,000', 'per 1,000'],
  ['doneSuccessfully', 'Done Successfully', 'share'],
  ['endsLaterMs', 'Ends later by, on average', 'duration'],
];

const ROWS: readonly FigureRow[] = DIFFERENCES.map(([key, title, unit]) => ({
  title,
  cell: ({ comparison }) => {
    const estimate = comparison?.[key] ?? null;
    if (estimate === null) return '–';
    return (
      <>
        {differenceText(unit, estimate.value)}
        <Interval>{clearly(unit, estimate)}</Interval>
      </>
    );
  },
}));

/** Its interval, or that it is nothing, or nothing that is clear. */
function clearly(unit: Unit, estimate: Estimate): string {
  if (isNothing(estimate)) return 'exactly the same';
  return isClear(estimate) ? differenceIntervalText(unit, estimate) : 'no clear difference';
}

export function Differences({ variants }: { readonly variants: readonly VariantResult[] }) {
  const [first, ...others] = variants;
  const compared = others.filter(({ comparison }) => comparison !== null);
  if (first === undefined || compared.length === 0) return null;
  return (
    <Section title="Differences" aside={`from ${first.name}, on the same chances, with 95 % intervals`} flush>
      <FigureTable label="Differences" variants={compared} rows={ROWS} />
    </Section>
  );
}
