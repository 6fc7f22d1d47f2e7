/** How wide text is drawn, in sizes of its type: measured once for each text. */
import type { Measure } from '../../../../views/lanes/break-lines.ts';

/** Measured at this size; widths grow with it. */
const SIZE = 100;
/** About what a character takes, where nothing can be measured. */
const USUAL = 0.6;

let pen: CanvasRenderingContext2D | null | undefined;

const measureWith = (weight: number): Measure => {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    pen ??= document.createElement('canvas').getContext('2d');
    if (pen === null || pen === undefined) return text.length * USUAL;
    pen.font = `${weight} ${SIZE}px ${getComputedStyle(document.body).fontFamily || 'sans-serif'}`;
    const width = pen.measureText(text).width / SIZE;
    known.set(text, width);
    return width;
  };
};

/** The weights of the lanes' type. */
export const measureText = { plain: measureWith(400), strong: measureWith(600) };
