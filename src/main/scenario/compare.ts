/** Whether a value is as a comparison says (scenario-format.md, *Richer expectations*). */
import { type Comparison, isComparison } from '../../shared/comparison.ts';

/**
 * A comparison that can be judged. In custom data, where any JSON may stand, a map that only looks like one, or that is compared
 * with a map of the same key, is plain data.
 */
export function asComparison(expected: unknown, actual: unknown): Comparison | null {
  if (!isComparison(expected)) return null;
  const [word = '', operand] = Object.entries(expected)[0] ?? [];
  if (typeof actual === 'object' && actual !== null && Object.hasOwn(actual, word)) return null;
  if (word === 'oneOf') return Array.isArray(operand) ? expected : null;
  if (word === 'between') return Array.isArray(operand) && operand.length === 2 ? expected : null;
  return word === 'matches' && typeof operand !== 'string' ? null : expected;
}

/** `isEqual` compares an operand with the value. What has no order, or is not there, is neither more nor less than anything. */
export function holds(comparison: Comparison, actual: unknown, isEqual: (operand: unknown) => boolean): boolean {
  if ('not' in comparison) return !isEqual(comparison.not);
  if ('oneOf' in comparison) return comparison.oneOf.some(isEqual);
  if ('matches' in comparison) return typeof actual === 'string' && new RegExp(comparison.matches, 'u').test(actual);
  if (typeof actual !== 'number') return false;
  if ('atLeast' in comparison) return actual >= Number(comparison.atLeast);
  if ('atMost' in comparison) return actual <= Number(comparison.atMost);
  const [from, to] = comparison.between;
  return actual >= Number(from) && actual <= Number(to);
}
