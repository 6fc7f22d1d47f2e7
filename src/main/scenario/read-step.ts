/** One step by itself, as code hands it over. */
import { decodeStep } from '../../shared/decode-step.ts';
import { type Scenario, type Step, step as stepSchema } from '../../shared/scenario.ts';
import { emptyWarnings } from './checks-nothing.ts';
import { diagnose } from './diagnose.ts';
import { NOUNS } from './load.ts';
import { type Fault, locateProblem, type Problem } from './problem.ts';

/**
 * The step that a value is, or all that is wrong with it; `name` stands for the file in messages. An expectation that checks nothing is
 * wrong too. Names are not checked: what they name may come later.
 */
export function readStep(value: unknown, name: string): Step | readonly Problem[] {
  const step = decodeStep(value);
  const faults = step === null ? diagnose(stepSchema, value, [], NOUNS) : emptyFaults(step);
  if (step !== null && faults.length === 0) return step;
  return faults.map((fault) => locateProblem(name, { line: 1, column: 1 }, fault));
}

function emptyFaults(step: Step): Fault[] {
  const warnings = emptyWarnings({ steps: [step] } as unknown as Scenario);
  return warnings.filter((warning) => warning.step !== null).map(({ message }) => ({ path: [], what: message }));
}
