/** What *Why?* says about one figure or event. */
import type { Rule } from './rules.ts';

export interface Explanation {
  /** What is explained: *Retry 4 after 8 min*. */
  readonly title: string;
  /** Sentences end with a full stop; a sum, which has none, is set like one (`isSum`). */
  readonly lines: readonly string[];
  readonly rules: readonly Rule[];
}

/** Some lines and the rules behind them, to be put together. */
export interface Grounds {
  readonly lines: readonly Line[];
  readonly rules: readonly Rule[];
}

/** A line that need not be there. */
export type Line = string | null | false;

/** Puts an explanation together: without what need not be there, each rule once. */
export function explanation(
  title: string,
  lines: readonly Line[],
  rules: readonly (Rule | null | false)[],
): Explanation {
  const isThere = <T>(value: T | null | false): value is T => value !== null && value !== false;
  return { title, lines: lines.filter(isThere), rules: [...new Set(rules.filter(isThere))] };
}

/** True for `failed 09:07:00 + 8 min = 09:15:00`, false for a sentence. */
export function isSum(line: string): boolean {
  return !line.endsWith('.');
}
