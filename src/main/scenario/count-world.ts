/** How many Actions or Cases there are of which something holds (scenario-format.md, *Richer expectations*). */
import type { Expectation } from '../../shared/expectation.ts';
import type { World } from '../../shared/world.ts';
import { actionFields, caseFields } from '../../views/expected/fields.ts';
import { partialMatch } from './expect.ts';

type Of<Key extends 'actions' | 'cases'> = Exclude<
  Extract<Expectation, Record<Key, unknown>>,
  { inbox: unknown } | { queue: unknown } | { case: unknown }
>[Key];

/** Every copy counts; a Case that was not launched has no Actions. */
export function countActions(world: World, { actions: wanted }: { readonly actions: Of<'actions'> }): number {
  return countWhere(
    world.actions.values(),
    (action) => ({
      ...actionFields(world, action),
      case: action.caseRef,
      caseType: world.cases.get(action.caseRef)?.caseType,
      actionType: action.actionType,
    }),
    wanted,
  );
}

/** Those that are defined and not launched are Cases too. */
export function countCases(world: World, { cases: wanted }: { readonly cases: Of<'cases'> }): number {
  return countWhere(
    world.cases.values(),
    (each) => ({
      ...caseFields(each),
      caseType: each.caseType,
      owner: each.owner,
    }),
    wanted,
  );
}

function countWhere<T>(members: Iterable<T>, fieldsOf: (member: T) => object, wanted: object): number {
  let count = 0;
  for (const member of members) if (partialMatch(wanted, fieldsOf(member), '').length === 0) count += 1;
  return count;
}
