/** A pattern as SVG; marks and grounds fill themselves with `url(#…)`. Told apart without its colour. */
import type { Pattern } from '../theme/pattern.ts';

const STRIPES: Partial<Record<Pattern, string>> = {
  diagonal: 'M-1 5 5-1M0 10 10 0M5 11 11 5',
  vertical: 'M2 0V10M7 0V10',
  horizontal: 'M0 2H10M0 7H10',
  cross: 'M0 0 10 10M10 0 0 10',
  dense: 'M0 0 10 10M-1 4 6 11M4-1 11 6',
};

const GROUNDS: Partial<Record<Pattern, string>> = { diagonal: 'M-1 1 1-1M0 10 10 0M9 11 11 9' };

interface FillPatternProps {
  readonly id: string;
  readonly colour: string;
  /** `solid` and `outline` have no strokes. */
  readonly pattern: Pattern;
  /** Lies under marks and lines: faint, and wide apart. */
  readonly isGround?: boolean;
}

/** Strokes on a tint: calm over a long stretch, and clear in both colour schemes. */
export function FillPattern({ id, colour, pattern, isGround = false }: FillPatternProps) {
  const ink = isGround ? 0.5 : 1;
  return (
    <pattern id={id} width="10" height="10" patternUnits="userSpaceOnUse">
      {!isGround && <rect width="10" height="10" fill="var(--lab-surface)" />}
      <rect width="10" height="10" fill={colour} opacity={isGround ? 0.1 : 0.2} />
      {pattern === 'dots' ? (
        <g fill={colour} opacity={ink}>
          <circle cx="2.5" cy="2.5" r="1.1" />
          <circle cx="7.5" cy="7.5" r="1.1" />
        </g>
      ) : (
        <path d={isGround ? GROUNDS[pattern] : STRIPES[pattern]} stroke={colour} strokeWidth="1.3" opacity={ink} />
      )}
    </pattern>
  );
}
