/** What *Why?* says about one figure or event. */
import type { ActionFact, Fact } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
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

export type FactOf<T extends ActionFact['type']> = Extract<ActionFact, { type: T }>;

/** What happened to the Action of this fact before it, and after it. */
export function around(world: World, fact: ActionFact): { before: readonly Fact[]; after: readonly Fact[] } {
  const facts = world.timelines.get(fact.actionRef) ?? [];
  const index = facts.lastIndexOf(fact);
  return { before: facts.slice(0, Math.max(index, 0)), after: facts.slice(index + 1) };
}

/** The first fact of a type, and for which `test` holds where it is given. */
export function firstOf<T extends ActionFact['type']>(
  facts: readonly Fact[],
  type: T,
  test: (fact: FactOf<T>) => boolean = () => true,
): FactOf<T> | undefined {
  return facts.find((fact) => fact.type === type && test(fact as FactOf<T>)) as FactOf<T> | undefined;
}

/** The last one. */
export function lastOf<T extends ActionFact['type']>(
  facts: readonly Fact[],
  type: T,
  test: (fact: FactOf<T>) => boolean = () => true,
): FactOf<T> | undefined {
  return facts.findLast((fact) => fact.type === type && test(fact as FactOf<T>)) as FactOf<T> | undefined;
}
