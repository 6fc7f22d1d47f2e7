/** Expectations, and whole scenarios, that hold whatever happens. */
import type { Expectation } from '../../shared/expectation.ts';
import { expectationOf, type Scenario, type Step } from '../../shared/scenario.ts';
import type { Warning } from './result.ts';

/** A warning for each, the scenario's first. */
export function emptyWarnings({ steps }: Scenario): Warning[] {
  const ofSteps = steps.flatMap((step, index): Warning[] => {
    const expected = expectationOf(step);
    if (expected === null || !checksNothing(expected.expectation)) return [];
    return [{ kind: 'empty', step: index + 1, message: CHECKS_NOTHING }];
  });
  if (steps.some((step) => demandsSomething(step) || isChecking(step))) return ofSteps;
  return [{ kind: 'empty', step: null, message: 'the scenario checks nothing: it expects nothing' }, ...ofSteps];
}

const demandsSomething = (step: Step) => 'refused' in step && step.refused !== undefined;

function isChecking(step: Step): boolean {
  const expected = expectationOf(step);
  return expected !== null && !checksNothing(expected.expectation);
}

/** Said of an expectation that does. */
export const CHECKS_NOTHING = 'this expectation checks nothing: it names no field';

/** Only a subject, or fields in which nothing is said. */
export function checksNothing(expectation: Expectation): boolean {
  if ('clock' in expectation) return Object.keys(expectation.clock).length === 0;
  const [, ...fields] = Object.entries(expectation).filter(([, value]) => value !== undefined);
  return fields.every(([field, value]) => MAY_SAY_NOTHING.has(field) && Object.keys(value as object).length === 0);
}

/** An empty map or list of these holds of anything; an empty list of `kinds` says that there are none. */
const MAY_SAY_NOTHING: ReadonlySet<string> = new Set(['data', 'timeline', 'requests']);
