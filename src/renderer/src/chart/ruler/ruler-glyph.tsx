/** One thing on a ruler, drawn from its style; the chart and its legend draw with the same hand. */
import { MarkShape } from '../mark.tsx';
import { FillPattern } from '../pattern.tsx';
import type { RulerKind } from './ruler-kinds.ts';
import { patternId, type RulerLook, rulerStyle } from './ruler-style.ts';

interface RulerGlyphProps {
  readonly kind: RulerKind;
  /** The `id` of the `RulerPatterns` in this drawing. */
  readonly patterns: string;
  /** On a call. */
  readonly number?: number | undefined;
  /** Of what lasts. */
  readonly width?: number | undefined;
  /** No end in sight: an arrow instead of an edge. */
  readonly isOpen?: boolean | undefined;
  /** Too little room for a number. */
  readonly isSmall?: boolean | undefined;
}

const BAR_HEIGHT = 14;
const ARROW = 9;

/** Its middle, or the left end of what lasts, is at the origin. */
export function RulerGlyph({ kind, patterns, number, width = 24, isOpen = false, isSmall = false }: RulerGlyphProps) {
  const look = rulerStyle(kind);
  const { shape } = look;
  const half = BAR_HEIGHT / 2;
  if (shape === 'call') return <Call look={look} number={number} isSmall={isSmall} />;
  if (shape !== 'band' && shape !== 'area') return <MarkShape look={{ ...look, shape }} />;
  const end = isOpen ? `H${width - ARROW}L${width} 0 ${width - ARROW} ${half}` : `H${width}V${half}`;
  return (
    <path
      d={`M0-${half}${end}H0z`}
      strokeLinejoin="round"
      fill={`url(#${patternId(patterns, kind)})`}
      stroke={look.colour}
    />
  );
}

interface CallProps {
  readonly look: RulerLook;
  readonly number: number | undefined;
  readonly isSmall: boolean;
}

function Call({ look: { colour, pattern, glyph }, number, isSmall }: CallProps) {
  const isOutline = pattern === 'outline';
  const radius = isSmall ? 3.5 : 8.5;
  // A number of three digits is wider than a circle.
  const across = radius + (!isSmall && number !== undefined && number > 99 ? 4 : 0);
  return (
    <>
      {glyph === 'check' && !isSmall && (
        <rect
          x={-across - 3}
          y="-11.5"
          width={2 * across + 6}
          height="23"
          rx="11.5"
          fill="none"
          strokeWidth="1.8"
          stroke={colour}
        />
      )}
      <rect
        x={-across}
        y={-radius}
        width={2 * across}
        height={2 * radius}
        rx={radius}
        fill={isOutline ? 'var(--lab-surface)' : colour}
        stroke={colour}
        strokeWidth="1.5"
        strokeDasharray={isOutline ? '2.5 2' : undefined}
      />
      {!isSmall && number !== undefined && (
        <text
          y="4.2"
          textAnchor="middle"
          fontSize="12"
          fontWeight="700"
          fill={isOutline ? 'var(--mantine-color-text)' : 'var(--lab-surface)'}
          pointerEvents="none"
        >
          {number}
        </text>
      )}
    </>
  );
}

/** The patterns of the style table, each once. */
export function RulerPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <FillPattern id={patternId(id, 'response')} {...patternOf('response')} />
      <FillPattern id={patternId(id, 'outage')} {...patternOf('outage')} isGround />
    </defs>
  );
}

function patternOf(kind: RulerKind) {
  const { colour, pattern } = rulerStyle(kind);
  return { colour, pattern };
}
