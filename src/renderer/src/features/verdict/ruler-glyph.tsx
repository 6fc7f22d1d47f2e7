/** One thing on a ruler, drawn from its style; the chart and its legend draw with the same hand. */
import type { RulerKind } from './ruler-kinds.ts';
import { patternId, rulerStyle } from './ruler-style.ts';

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

export const BAR_HEIGHT = 14;
const ARROW = 9;

/** Its middle, or the left end of what lasts, is at the origin. */
export function RulerGlyph({ kind, patterns, number, width = 24, isOpen = false, isSmall = false }: RulerGlyphProps) {
  const { shape, colour, pattern } = rulerStyle(kind);
  const isOutline = pattern === 'outline';
  const paint = { fill: isOutline ? 'var(--lab-surface)' : colour, stroke: colour, strokeWidth: 1.5 } as const;
  const half = BAR_HEIGHT / 2;
  switch (shape) {
    case 'disc':
    case 'ring':
    case 'check':
      return (
        <>
          {shape === 'check' && !isSmall && (
            <circle r="11.5" fill="none" strokeWidth="1.8" style={{ stroke: colour }} />
          )}
          <circle r={isSmall ? 3.5 : 8.5} strokeDasharray={shape === 'ring' ? '2.5 2' : undefined} style={paint} />
          {!isSmall && (
            <CallNumber number={number} colour={isOutline ? 'var(--mantine-color-text)' : 'var(--lab-surface)'} />
          )}
        </>
      );
    case 'bar':
      return (
        <path
          d={`M0-${half}H${isOpen ? width - ARROW : width}${isOpen ? `L${width} 0 ${width - ARROW} ${half}` : `V${half}`}H0z`}
          strokeLinejoin="round"
          style={{ ...paint, fill: `url(#${patternId(patterns, kind)})`, strokeWidth: 1 }}
        />
      );
    case 'area':
      return (
        <rect
          y={-half}
          width={width}
          height={BAR_HEIGHT}
          style={{ fill: `url(#${patternId(patterns, kind)})`, stroke: colour, strokeWidth: 1 }}
        />
      );
    case 'flag':
      return (
        <>
          <path d="M0 8V-7" strokeWidth="1.5" style={{ stroke: colour }} />
          <path d="M0-7H9L6.5-3.5 9 0H0z" strokeLinejoin="round" style={paint} />
        </>
      );
    case 'cross':
    case 'dash':
      return (
        <>
          <rect x="-7" y="-7" width="14" height="14" rx="2" style={paint} />
          <path
            d={shape === 'cross' ? 'm-3-3 6 6m0-6-6 6' : 'M-3.4 0H3.4'}
            strokeWidth="1.8"
            strokeLinecap="round"
            style={{ stroke: colour }}
          />
        </>
      );
  }
}

function CallNumber({ number, colour }: { readonly number: number | undefined; readonly colour: string }) {
  if (number === undefined) return null;
  return (
    <text
      y="3.6"
      textAnchor="middle"
      fontSize={number > 99 ? 8 : 10.5}
      fontWeight="700"
      style={{ fill: colour, pointerEvents: 'none' }}
    >
      {number}
    </text>
  );
}

/** The patterns of the style table, each once. */
export function RulerPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={patternId(id, 'response')} width="8" height="8" patternUnits="userSpaceOnUse">
        <Ground kind="response" share={18} />
        <g style={{ fill: rulerStyle('response').colour }}>
          <circle cx="2" cy="2" r="1.1" />
          <circle cx="6" cy="6" r="1.1" />
        </g>
      </pattern>
      <pattern id={patternId(id, 'outage')} width="8" height="8" patternUnits="userSpaceOnUse">
        <Ground kind="outage" share={10} />
        <path
          d="M-1 5 5-1M-1 13 13-1M3 13 13 3"
          strokeWidth="1"
          strokeOpacity="0.55"
          style={{ stroke: rulerStyle('outage').colour }}
        />
      </pattern>
    </defs>
  );
}

/** A tint under the strokes: calm over a long stretch, and clear in both colour schemes. */
function Ground({ kind, share }: { readonly kind: RulerKind; readonly share: number }) {
  const tint = `color-mix(in srgb, ${rulerStyle(kind).colour} ${share}%, var(--lab-surface))`;
  return <rect width="8" height="8" style={{ fill: tint }} />;
}
