/** Which line or bar is which variant's. */
import { LINES } from '../../../chart/axes.ts';
import { Legend, LegendEntry, Swatch } from '../../../chart/legend.tsx';

interface VariantLegendProps {
  readonly variants: readonly { readonly name: string }[];
  /** As the chart draws them. */
  readonly as: 'lines' | 'bars';
}

export function VariantLegend({ variants, as }: VariantLegendProps) {
  return (
    <Legend>
      {variants.map(({ name }, index) => {
        const { stroke = '', dash = 'none' } = LINES[index] ?? {};
        return (
          <LegendEntry key={name} mark={<Swatch colour={stroke} dash={as === 'lines' ? dash : undefined} />}>
            {name}
          </LegendEntry>
        );
      })}
    </Legend>
  );
}
