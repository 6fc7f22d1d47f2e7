/** Where a label has room: beside its mark, on two lines, or above it; never beyond the edges of the drawing. */

/** How wide a letter of a label is at most, in pixels, and how high a line is. */
const LETTER = 6.3;
const LINE = 14;
/** Between a mark's middle and its label. */
const GAP = 13;
/** Beside the plot, so that marks and labels at its ends are whole; the outage slider keeps the same. */
export const PLOT_LEFT = 22;
export const PLOT_RIGHT = 40;
/** Above the plot, and below it for the axis. */
export const TOP = 4;
export const AXIS_HEIGHT = 26;

interface LabelLine {
  readonly text: string;
  /** The middle of the line above (-) or below the mark's. */
  readonly y: number;
}

/** `x` and `y` are from the mark's middle, or from the left end of what lasts. */
export interface RulerLabel {
  readonly anchor: 'start' | 'end' | 'middle';
  readonly x: number;
  readonly lines: readonly LabelLine[];
}

export interface PlacedLabel {
  readonly label: RulerLabel;
  /** How much room it needs above the row of its mark. */
  readonly above: number;
}

const widthOf = (text: string) => text.length * LETTER;

/** The left end of something so wide that is best in the middle of `x`, moved until it is within the drawing. */
function within(x: number, wide: number, plot: number): number {
  return Math.max(Math.min(x - wide / 2, plot + PLOT_RIGHT - wide), -PLOT_LEFT);
}

/** A label of a mark at `x` of a plot so wide: on one line where there is room, else on a line for each of its parts. */
export function besideMark(parts: readonly string[], x: number, plot: number): PlacedLabel {
  const right = plot + PLOT_RIGHT - x - GAP;
  const left = x - GAP + PLOT_LEFT;
  for (const texts of [[parts.join(' · ')], parts]) {
    const wide = Math.max(...texts.map(widthOf));
    const lines = texts.map((text, index) => ({ text, y: (index - texts.length + 1) * LINE }));
    const above = (texts.length - 1) * LINE;
    if (wide <= right) return { label: { anchor: 'start', x: GAP, lines }, above };
    if (wide <= left) return { label: { anchor: 'end', x: -GAP, lines }, above };
  }
  const wide = Math.max(...parts.map(widthOf));
  const lines = parts.map((text, index) => ({ text, y: (index - parts.length) * LINE }));
  return { label: { anchor: 'start', x: within(x, wide, plot) - x, lines }, above: parts.length * LINE };
}

/** The words of what lasts from `x` on: within it where there is room, else beside it, else above it. */
export function besideBar(
  text: string,
  { x, width }: { readonly x: number; readonly width: number },
  plot: number,
): PlacedLabel {
  const wide = widthOf(text) + 8;
  const at = (label: Omit<RulerLabel, 'lines'>, y = 0): RulerLabel => ({ ...label, lines: [{ text, y }] });
  if (wide <= width) return { label: at({ anchor: 'middle', x: width / 2 }), above: 0 };
  if (x + width + wide <= plot + PLOT_RIGHT) return { label: at({ anchor: 'start', x: width + 6 }), above: 0 };
  if (wide <= x + PLOT_LEFT) return { label: at({ anchor: 'end', x: -6 }), above: 0 };
  return { label: at({ anchor: 'start', x: within(x + width / 2, wide - 8, plot) - x }, -LINE - 2), above: LINE };
}
