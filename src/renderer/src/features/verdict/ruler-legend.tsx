/** What the marks of a ruler mean: those that are there, from the style table. */
import { useId } from 'react';
import { RulerGlyph, RulerPatterns } from './ruler-glyph.tsx';
import type { RulerKind } from './ruler-kinds.ts';
import { rulerStyle } from './ruler-style.ts';
import classes from './verdict.module.css';

/** What is drawn from its left end. */
const LASTING = new Set(['bar', 'area']);

export function RulerLegend({ kinds }: { readonly kinds: readonly RulerKind[] }) {
  const id = useId();
  return (
    <ul className={classes.legend} aria-label="Legend">
      {kinds.map((kind) => {
        const { shape, label } = rulerStyle(kind);
        return (
          <li key={kind}>
            <svg width="26" height="24" viewBox="0 0 26 24" aria-hidden="true">
              <RulerPatterns id={`${id}-${kind}`} />
              <g transform={`translate(${LASTING.has(shape) ? 2 : shape === 'flag' ? 9 : 13} 12)`}>
                <RulerGlyph kind={kind} patterns={`${id}-${kind}`} width={22} />
              </g>
            </svg>
            {label}
          </li>
        );
      })}
    </ul>
  );
}
