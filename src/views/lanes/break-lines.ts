/** Text set in lines of a given width, broken between words; within one only where it is wider than a whole line. */

/** How wide a text is drawn, in the unit of the widths. */
export type Measure = (text: string) => number;

/** A word may end after these, too: long names have them. */
const BREAKS_AFTER = /(?<=[/\-–—_.,:@])/;

/** A figure keeps its unit. */
const SPACES = / (?!(?:ms|s|min|h|d)(?![a-z]))/;
/** The words between which a line may end. */
const wordsOf = (text: string): string[] => text.split(SPACES).filter((word) => word !== '');

/** The widest word: no narrower line holds the text without breaking one. */
export function widestWord(text: string, measure: Measure): number {
  return Math.max(0, ...wordsOf(text).map(measure));
}

/** The lines of a text, none wider than `width` unless a single character is. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = measure(word) <= width ? [word] : brokenWord(word, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** A word that no line holds: after a mark where one is near enough, else wherever the line is full. */
function brokenWord(word: string, width: number, measure: Measure): string[] {
  const pieces = word.split(BREAKS_AFTER).flatMap((piece) => (measure(piece) <= width ? [piece] : [...piece]));
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure(line + piece) > width) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}
