/** Compares what a scenario expects with what is there. Reading the world is `read-world.ts`' business. */
import { ENTRY_KINDS } from '../../views/timeline/entries.ts';
import { asComparison, holds } from './compare.ts';

/** One field that is not as expected. */
export interface Mismatch {
  /** The field that was compared: `errorBar.retries`. */
  readonly path: string;
  /** JSON; `null` where there is nothing. */
  readonly expected: unknown;
  /** JSON; `null` where there is nothing. */
  readonly actual: unknown;
}

/**
 * Everything in which `actual` is not as `expected`; empty where it is. Of a map only the expected keys are looked at, at any
 * depth; `null` expects that there is nothing (`null` or `undefined`), `undefined` expects nothing in particular. Lists have
 * the same length and order; maps in them are compared like any map. A comparison may stand for any value. `path` is that of the
 * compared field.
 */
export function partialMatch(expected: unknown, actual: unknown, path: string): Mismatch[] {
  if (expected === undefined || expected === actual) return [];
  if (Array.isArray(expected)) return matchList(expected, actual, path);
  const comparison = asComparison(expected, actual);
  if (comparison) {
    const isEqual = (operand: unknown) => partialMatch(operand, actual, path).length === 0;
    return holds(comparison, actual, isEqual) ? [] : [mismatch(path, expected, actual)];
  }
  if (isMap(expected) && isMap(actual)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      partialMatch(value, Object.hasOwn(actual, key) ? actual[key] : undefined, join(path, key)),
    );
  }
  return expected === null && actual === undefined ? [] : [mismatch(path, expected, actual)];
}

function matchList(expected: readonly unknown[], actual: unknown, path: string): Mismatch[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [mismatch(path, expected, actual)];
  const inside = expected.flatMap((entry, index) => partialMatch(entry, actual[index], `${path}[${index}]`));
  // Words side by side are easier to read as a whole list; maps are long, so only what differs in them is named.
  return inside.length > 0 && !expected.every(isMap) ? [mismatch(path, expected, actual)] : inside;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function mismatch(path: string, expected: unknown, actual: unknown): Mismatch {
  return { path, expected, actual: actual ?? null };
}

/** An entry of a timeline, as people read it. */
export interface TimelineText {
  readonly kind: string;
  readonly text: string;
}

const KINDS: ReadonlySet<string> = new Set(ENTRY_KINDS);

/** How many entries of a timeline a mismatch shows. */
const SHOWN_ENTRIES = 20;

/**
 * Looks for the expected entries in this order, others between them allowed. An expected kind means an entry of that kind,
 * any other text one that contains it; case counts for nothing. The mismatch is the first that is not found, and shows what
 * follows the one found before it.
 */
export function timelineMatch(
  expected: readonly string[],
  entries: readonly TimelineText[],
  path = 'timeline',
): Mismatch[] {
  let next = 0;
  for (const [index, wanted] of expected.entries()) {
    const found = entries.findIndex((entry, at) => at >= next && isEntry(wanted, entry));
    if (found < 0) return [mismatch(`${path}[${index}]`, wanted, describeEntries(entries.slice(next)))];
    next = found + 1;
  }
  return [];
}

function isEntry(wanted: string, { kind, text }: TimelineText): boolean {
  const word = wanted.toLowerCase();
  return KINDS.has(word) ? kind === word : text.toLowerCase().includes(word);
}

function describeEntries(entries: readonly TimelineText[]): string[] {
  const shown = entries.slice(0, SHOWN_ENTRIES).map(({ kind, text }) => `${kind}: ${text}`);
  const hiddenCount = entries.length - shown.length;
  return hiddenCount > 0 ? [...shown, `… ${hiddenCount} more`] : shown;
}
