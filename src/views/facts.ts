/** Looking things up in a timeline. */
import type { ActionFact, Fact, FactOf } from '../shared/facts.ts';
import type { World } from '../shared/world.ts';

/** A type guard for `filter` and `find`. */
export const isType =
  <T extends Fact['type']>(type: T) =>
  (fact: Fact): fact is FactOf<T> =>
    fact.type === type;

/** What happened to the Action of this fact before it, and after it. */
export function around(world: World, fact: ActionFact): { before: readonly Fact[]; after: readonly Fact[] } {
  const facts = world.timelines.get(fact.actionRef) ?? [];
  const index = facts.lastIndexOf(fact);
  return { before: facts.slice(0, Math.max(index, 0)), after: facts.slice(index + 1) };
}

/** The first fact of a type, and for which `test` holds where it is given. */
export function firstOf<T extends Fact['type']>(
  facts: readonly Fact[],
  type: T,
  test: (fact: FactOf<T>) => boolean = () => true,
): FactOf<T> | undefined {
  return facts.find((fact): fact is FactOf<T> => fact.type === type && test(fact as FactOf<T>));
}

/** The last one. */
export function lastOf<T extends Fact['type']>(
  facts: readonly Fact[],
  type: T,
  test: (fact: FactOf<T>) => boolean = () => true,
): FactOf<T> | undefined {
  return facts.findLast((fact): fact is FactOf<T> => fact.type === type && test(fact as FactOf<T>));
}

/** The maximum in force after these facts of one Action, and the one that it shows then (R18). */
export function maximumAfter(facts: readonly Fact[]): { readonly inForce: number; readonly shown: number } {
  const created = firstOf(facts, 'actionCreated')?.maximum ?? 0;
  const saved = lastOf(facts, 'maximumSaved');
  return { inForce: saved?.to ?? created, shown: saved?.displayedMaximum ?? created };
}
