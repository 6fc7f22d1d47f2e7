/** The patterns of the style table as SVG, each once; marks fill themselves with `url(#…)`. */
import type { Pattern } from '../../../theme/pattern.ts';
import { MARK_STYLES, patternKey } from './mark-style.ts';

/** A tinted ground with strokes in the full colour: calm over a long stretch, and clear in both colour schemes. */
const groundOf = (colour: string) => `color-mix(in srgb, ${colour} 20%, var(--lab-surface))`;

const STRIPES: Partial<Record<Pattern, string>> = {
  diagonal: 'M-1 5 5-1M0 10 10 0M5 11 11 5',
  vertical: 'M2 0V10M7 0V10',
  horizontal: 'M0 2H10M0 7H10',
  cross: 'M0 0 10 10M10 0 0 10',
  dense: 'M0 0 10 10M-1 4 6 11M4-1 11 6',
};

const PATTERNED = [
  ...new Map(
    Object.values(MARK_STYLES)
      .filter(({ pattern }) => pattern !== 'solid' && pattern !== 'outline')
      .map((style) => [patternKey(style), style]),
  ),
];

export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {PATTERNED.map(([key, { colour, pattern }]) => (
        <pattern key={key} id={`${id}-${key}`} width="10" height="10" patternUnits="userSpaceOnUse">
          <rect width="10" height="10" style={{ fill: groundOf(colour) }} />
          {pattern === 'dots' ? (
            <g style={{ fill: colour }}>
              <circle cx="2.5" cy="2.5" r="1.1" />
              <circle cx="7.5" cy="7.5" r="1.1" />
            </g>
          ) : (
            <path d={STRIPES[pattern]} strokeWidth="1.4" style={{ stroke: colour }} />
          )}
        </pattern>
      ))}
    </defs>
  );
}
