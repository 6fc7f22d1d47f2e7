/**
 * Comparisons (scenario-format.md, *Richer expectations*): what may stand where a plain value is expected. What each of them says
 * of a value is `src/main/scenario/compare.ts`'s business.
 */
import { z } from 'zod';

/** The words that begin a comparison; a map with just one of them is one. */
export const COMPARISON_WORDS = ['not', 'oneOf', 'atLeast', 'atMost', 'between', 'matches'] as const;

/** Of a value of type `T`. */
export type Comparison<T = unknown> =
  | { readonly not: T }
  | { readonly oneOf: readonly T[] }
  | { readonly atLeast: T }
  | { readonly atMost: T }
  | { readonly between: readonly [T, T] }
  | { readonly matches: string };

/** A field's value without the comparisons that may stand in its place. */
export type Plain<T> = Exclude<T, Comparison>;

/** True for a map with one of the words and nothing else. */
export function isComparison(value: unknown): value is Comparison {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [word, ...others] = Object.keys(value);
  return others.length === 0 && COMPARISON_WORDS.some((each) => each === word);
}

/** The same with each of its values changed; a plain value is changed itself. */
export function mapCompared<T, U>(expected: T | Comparison<T>, change: (value: T) => U): U | Comparison<U> {
  if (!isComparison(expected)) return change(expected as T);
  if ('not' in expected) return { not: change(expected.not as T) };
  if ('oneOf' in expected) return { oneOf: (expected.oneOf as readonly T[]).map(change) };
  if ('atLeast' in expected) return { atLeast: change(expected.atLeast as T) };
  if ('atMost' in expected) return { atMost: change(expected.atMost as T) };
  if ('matches' in expected) return expected;
  const [from, to] = expected.between as readonly [T, T];
  return { between: [change(from), change(to)] };
}

const NOT = 'Any value but this one.';
const ONE_OF = 'One of these values.';

/** Values that are the same or not; `id` names the definition in the JSON Schema. */
export const compared = <T extends z.ZodType>(id: string, plain: T) => z.union(same(plain)).meta({ id });

const same = <T extends z.ZodType>(plain: T) =>
  [
    plain,
    z.strictObject({ not: plain.describe(NOT) }).meta({ title: 'Not' }),
    z
      .strictObject({ oneOf: z.array(plain).min(1, 'expected at least one value').describe(ONE_OF) })
      .meta({ title: 'One of' }),
  ] as const;

/** Values with an order: numbers, durations and instants. */
export const ordered = <T extends z.ZodType>(id: string, plain: T) =>
  z
    .union([
      ...same(plain),
      z.strictObject({ atLeast: plain.describe('This or more.') }).meta({ title: 'At least' }),
      z.strictObject({ atMost: plain.describe('This or less.') }).meta({ title: 'At most' }),
      z
        .strictObject({ between: z.tuple([plain, plain]).describe('From the first to the second, both included.') })
        .meta({ title: 'Between' }),
    ])
    .meta({ id });

const pattern = z
  .string()
  .refine(isPattern, 'expected a regular expression')
  .describe('A regular expression that matches some part of the text.');

/** Texts. */
export const matched = <T extends z.ZodType>(id: string, plain: T) =>
  z.union([...same(plain), z.strictObject({ matches: pattern }).meta({ title: 'Matches' })]).meta({ id });

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
