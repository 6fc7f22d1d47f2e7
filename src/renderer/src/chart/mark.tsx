/** A mark, drawn from its look; a chart and its legend draw with the same hand. */
import { type Glyph, type MarkLook, patternKey, type Shape } from './mark-look.ts';

const GLYPHS: Record<Exclude<Glyph, 'none'>, string> = {
  cross: 'M-2.6-2.6 2.6 2.6M-2.6 2.6 2.6-2.6',
  check: 'M-3 .2-.9 2.3 3-2.3',
  dash: 'M-2.4 0H2.4',
  bang: 'M0-3V.6M0 3h.01',
  equals: 'M-2.6-1.3H2.6M-2.6 1.3H2.6',
  clock: 'M0-2.6V0L1.7 1.4',
  person: 'M0-3a1.5 1.5 0 1 0 .01 0M-2.9 3.4a2.9 2.7 0 0 1 5.8 0',
  slider: 'M-3.2-1.5H3.2M-3.2 1.7H3.2M1-2.9V-.1M-1 .3V3.1',
  lines: 'M-2.4-3H2.4M-2.4 0H2.4M-2.4 3H2.4',
  arrow: 'M-3 0H3M.4-2.6 3 0 .4 2.6',
};

const MOMENTS: Record<Exclude<Shape, 'band' | 'thin band' | 'bar'>, string> = {
  circle: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0',
  diamond: 'M0-8.4 8.4 0 0 8.4-8.4 0z',
  flag: 'M0-8H10L7.2-4 10 0H0z',
  square: 'M-6.5-6.5H6.5V6.5H-6.5z',
  triangle: 'M0-7.8 8.2 6.6H-8.2z',
  stack: 'M-7.5-3.5H3.5V7.5H-7.5zM-4.5-3.5V-6.5H6.5V4.5H3.5',
};

/** How high the shapes that have a width are. */
const HEIGHTS: Partial<Record<Shape, number>> = { band: 14, 'thin band': 6, bar: 20 };
/** A call narrower than this shows no glyph. */
const GLYPH_WIDTH = 8;

interface MarkShapeProps {
  readonly look: Omit<MarkLook, 'label'>;
  /** Begins the `id`s of the patterns in this drawing; not needed for `solid` and `outline`. */
  readonly patterns?: string;
  /** Of what lasts, in pixels. */
  readonly width?: number;
  /** Still to come: dashed. */
  readonly isPlanned?: boolean;
}

/** Stands with its left edge, or its middle for a moment, at the origin; its middle is at y = 0. */
export function MarkShape({ look, patterns = '', width = 0, isPlanned = false }: MarkShapeProps) {
  const { shape, colour, pattern, glyph } = look;
  const isOutline = pattern === 'outline' || isPlanned;
  const filled = pattern === 'solid' ? colour : `url(#${patterns}-${patternKey(look)})`;
  const paint = {
    fill: isOutline ? 'var(--lab-surface)' : filled,
    stroke: colour,
    strokeWidth: isOutline ? 1.5 : 1,
    strokeDasharray: isPlanned ? (shape === 'flag' ? '2 1.5' : '3 2.5') : 'none',
    strokeLinejoin: 'round',
  } as const;
  const ink = isOutline ? colour : 'var(--lab-surface)';
  if (shape === 'band' || shape === 'thin band' || shape === 'bar') {
    const height = HEIGHTS[shape] ?? 0;
    return (
      <>
        <rect x="0" y={-height / 2} width={width} height={height} rx={shape === 'bar' ? 2 : 1} style={paint} />
        {width >= GLYPH_WIDTH && <GlyphPath glyph={glyph} x={width / 2} colour={ink} />}
      </>
    );
  }
  return (
    <>
      {shape === 'flag' && <path d="M0 9V-8" strokeWidth="1.5" style={{ stroke: colour }} />}
      <path d={MOMENTS[shape]} style={paint} />
      <GlyphPath glyph={glyph} x={0} y={shape === 'triangle' ? 1.6 : 0} colour={ink} />
    </>
  );
}

function GlyphPath({ glyph, x, y = 0, colour }: { glyph: Glyph; x: number; y?: number; colour: string }) {
  if (glyph === 'none') return null;
  return (
    <path
      d={GLYPHS[glyph]}
      transform={`translate(${x} ${y})`}
      fill="none"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ stroke: colour }}
    />
  );
}
