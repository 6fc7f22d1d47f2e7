/** How a mark looks: what the tables of styles consist of. */
import type { Pattern } from '../theme/pattern.ts';

/** `band`: a stretch of time; `bar`: a call; the rest are moments. */
export type Shape = 'band' | 'thin band' | 'bar' | 'circle' | 'diamond' | 'flag' | 'square' | 'triangle' | 'stack';
export type Glyph =
  | 'cross'
  | 'check'
  | 'dash'
  | 'bang'
  | 'equals'
  | 'clock'
  | 'person'
  | 'slider'
  | 'lines'
  | 'arrow'
  | 'none';

/** Told apart without its colour. */
export interface MarkLook {
  /** In the legend. */
  readonly label: string;
  readonly shape: Shape;
  /** A CSS colour, right in either colour scheme. */
  readonly colour: string;
  readonly pattern: Pattern;
  readonly glyph: Glyph;
}

/** Looks of one colour and pattern share one SVG pattern: the end of its `id`. */
export const patternKey = ({ colour, pattern }: Pick<MarkLook, 'colour' | 'pattern'>) =>
  `${pattern}-${colour.replace(/[^a-z]+/g, '-')}`;
