/** What the marks of a ruler mean: those that are there, from the style table. */
import { useId } from 'react';
import { Legend, LegendEntry, MarkBox } from '../legend.tsx';
import { RulerGlyph, RulerPatterns } from './ruler-glyph.tsx';
import type { RulerKind } from './ruler-kinds.ts';
import { rulerStyle } from './ruler-style.ts';

/** Where the origin of a shape lies in its box, from the left; in the middle where nothing is said. */
const LEFTS: Partial<Record<string, number>> = { band: 2, area: 2, flag: 9 };

export function RulerLegend({ kinds }: { readonly kinds: readonly RulerKind[] }) {
  const id = useId();
  return (
    <Legend>
      {kinds.map((kind) => {
        const { shape, label } = rulerStyle(kind);
        const mark = (
          <MarkBox width={26} height={24}>
            <RulerPatterns id={`${id}-${kind}`} />
            <g transform={`translate(${LEFTS[shape] ?? 13} 12)`}>
              <RulerGlyph kind={kind} patterns={`${id}-${kind}`} width={22} />
            </g>
          </MarkBox>
        );
        return (
          <LegendEntry key={kind} mark={mark}>
            {label}
          </LegendEntry>
        );
      })}
    </Legend>
  );
}
