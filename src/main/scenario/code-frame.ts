/** The line at which a problem is, with a caret below the place. */
import { plainText } from '../../shared/plain-text.ts';

/** More of a long line than a terminal shows is cut on both sides of the place. */
const SHOWN = 100;

/** Two lines that end with a break; empty where the text has no such line. `line` and `column` count from 1. */
export function codeFrame(text: string, line: number, column: number): string {
  const whole = text.split(/\r?\n/, line)[line - 1];
  if (whole === undefined || whole.trim() === '') return '';
  const from = Math.max(0, column - 1 - SHOWN / 2);
  const before = plainText(whole.slice(from, column - 1));
  const after = plainText(whole.slice(column - 1, from + SHOWN));
  const number = String(line);
  return `  ${number} | ${before}${after}\n  ${' '.repeat(number.length)} | ${' '.repeat(before.length)}^\n`;
}
