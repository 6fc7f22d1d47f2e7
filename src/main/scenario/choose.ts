/** Which alternative of a schema the author of a map meant, judged by the keys they wrote. */
import type * as core from 'zod/v4/core';
import { MAX_PROBLEMS } from './problem.ts';
import {
  alternativesOf,
  fixedValues,
  kindOf,
  kindTaken,
  type MapValue,
  requiredKeys,
  shapeOf,
} from './schema-shape.ts';
import { suggest } from './suggest.ts';

// How much each fault of a map speaks against an alternative; only the order matters.
const MISSPELLED_KEY = 1;
const MISSING_KEY = 2;
const WRONG_WORD = 2;
const UNKNOWN_KEY = 3;
const KIND_OF_ANOTHER = 3;
const WORD_OF_ANOTHER = 5;

/**
 * The alternative with the least wrong; of equals the one whose telling key comes first in the text. All alternatives are
 * maps with fixed keys.
 */
export function chooseMap(alternatives: readonly [core.$ZodType, ...core.$ZodType[]], value: MapValue): core.$ZodType {
  let [best] = alternatives;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const alternative of alternatives) {
    const cost = costOf(alternative, value, alternatives);
    if (cost < bestCost || (cost === bestCost && isToldEarlier(alternative, best, value))) {
      best = alternative;
      bestCost = cost;
    }
  }
  return best;
}

function isToldEarlier(schema: core.$ZodType, than: core.$ZodType, value: MapValue): boolean {
  const keys = Object.keys(value);
  const rank = (alternative: core.$ZodType) => keys.findIndex((key) => requiredKeys(alternative).includes(key));
  return rank(schema) >= 0 && rank(schema) < rank(than);
}

function costOf(schema: core.$ZodType, value: MapValue, alternatives: readonly core.$ZodType[]): number {
  const shape = shapeOf(schema) ?? {};
  const absent = Object.keys(shape).filter((key) => !Object.hasOwn(value, key));
  const meant = new Set<string>();
  let cost = 0;
  let strangeKeys = 0;
  for (const [key, entry] of Object.entries(value)) {
    if (Object.hasOwn(shape, key)) {
      cost += costOfWord(schema, key, entry, alternatives);
      if (!takesKind(schema, key, entry) && alternatives.some((other) => takesKind(other, key, entry))) {
        cost += KIND_OF_ANOTHER;
      }
      continue;
    }
    const isKnown = isKnownTo(alternatives, key);
    if (!isKnown) strangeKeys += 1;
    // More of them say no more about what was meant, and none of them is reported.
    if (strangeKeys > MAX_PROBLEMS) continue;
    const suggestion = isKnown ? undefined : suggest(key, absent);
    cost += suggestion === undefined ? UNKNOWN_KEY : MISSPELLED_KEY;
    if (suggestion !== undefined) meant.add(suggestion);
  }
  const missing = requiredKeys(schema).filter((key) => !Object.hasOwn(value, key) && !meant.has(key));
  return cost + missing.length * MISSING_KEY;
}

/** Whether an alternative takes values of this kind for a key. */
function takesKind(schema: core.$ZodType, key: string, value: unknown): boolean {
  const shape = shapeOf(schema) ?? {};
  const entry = Object.hasOwn(shape, key) ? shape[key] : undefined;
  return entry !== undefined && alternativesOf(entry).some((alternative) => kindTaken(alternative) === kindOf(value));
}

/** True where some alternative has the key: then it is spelled right, whichever was meant. */
export function isKnownTo(alternatives: readonly core.$ZodType[], key: string): boolean {
  return alternatives.some((alternative) => Object.hasOwn(shapeOf(alternative) ?? {}, key));
}

function costOfWord(
  schema: core.$ZodType,
  key: string,
  entry: unknown,
  alternatives: readonly core.$ZodType[],
): number {
  const words = wordsFor(schema, key);
  if (words.length === 0 || words.includes(entry)) return 0;
  return alternatives.some((other) => wordsFor(other, key).includes(entry)) ? WORD_OF_ANOTHER : WRONG_WORD;
}

/** The fixed words that an alternative takes for a key. */
export function wordsFor(schema: core.$ZodType, key: string): unknown[] {
  const shape = shapeOf(schema);
  const entry = shape && Object.hasOwn(shape, key) ? shape[key] : undefined;
  return entry === undefined ? [] : fixedValues(entry);
}

/**
 * The keys that tell alternatives apart, such as the verbs of steps. Empty where one alternative needs no key, or where
 * all need the same one: then a missing key says nothing about what was meant.
 */
export function tellingKeys(alternatives: readonly core.$ZodType[]): string[] {
  const required = alternatives.map(requiredKeys);
  const [first = []] = required;
  const isShared = first.some((key) => required.every((keys) => keys.includes(key)));
  return isShared || required.some((keys) => keys.length === 0) ? [] : [...new Set(required.flat())];
}
