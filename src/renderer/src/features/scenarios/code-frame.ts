/** The lines of a text around one place, for showing where a problem is. */

interface FrameLine {
  readonly number: number;
  readonly text: string;
}

export interface CodeFrame {
  readonly lines: readonly FrameLine[];
  /** The line that is at fault; its number. */
  readonly line: number;
  /** Blanks before the mark under that line. */
  readonly indent: string;
}

const CONTEXT_LINES = 1;
const MAX_LENGTH = 160;

/** `line` and `column` count from 1; `null` where the text has no such line. */
export function codeFrame(text: string, line: number, column: number): CodeFrame | null {
  const all = text.split(/\r\n|\r|\n/);
  const wanted = all[line - 1];
  if (wanted === undefined) return null;
  // A line that is too long is shown from before the place at fault.
  const cutFrom = column > MAX_LENGTH - 20 ? column - 40 : 0;
  const lines = all
    .map((each, index) => ({ number: index + 1, text: cut(each, cutFrom) }))
    .slice(Math.max(0, line - 1 - CONTEXT_LINES), line + CONTEXT_LINES);
  // Tabs stay tabs, so that the mark stands where the fault does.
  const before = wanted.slice(cutFrom, column - 1).replace(/[^\t]/g, ' ');
  return { lines, line, indent: cutFrom > 0 ? ` ${before}` : before };
}

function cut(text: string, from: number): string {
  const rest = text.slice(from, from + MAX_LENGTH);
  return `${from > 0 ? '…' : ''}${rest}${text.length > from + MAX_LENGTH ? '…' : ''}`;
}
