/** The report of a run that CI systems read: one test suite a file, in it a test case for each scenario: one, or one for each example. */
import { junitXml, type Outcome } from '../../shared/junit-xml.ts';
import { formatProblem } from './problem.ts';
import { expectationOf, type Failure, type ScenarioResult } from './result.ts';

/** An expectation that did not hold is a failure, a file that cannot be played an error. */
export function reportJunit(results: readonly ScenarioResult[]): string {
  return junitXml(
    [...Map.groupBy(results, ({ file }) => file)].map(([file, ofFile]) => ({
      name: file,
      cases: ofFile.map((result) => {
        const { title, wallMs } = result;
        return { classname: file, name: title, file, wallMs, outcome: outcomeOf(result) };
      }),
    })),
  );
}

/** One for all that failed: several systems show only the first. */
function outcomeOf({ passed, failures, problems }: ScenarioResult): Outcome | null {
  if (problems) {
    const message = `invalid scenario: ${problems[0]?.message ?? ''}`;
    return { kind: 'error', type: 'invalid', message, lines: problems.map(formatProblem) };
  }
  if (passed) return null;
  const [first] = failures;
  const message = first ? describe(first) : 'failed';
  return { kind: 'failure', type: 'expectation', message, lines: failures.map(describe) };
}

function describe(failure: Failure): string {
  const { step, line, expected, actual } = failure;
  const named = step === null ? 'the scenario' : `step ${step}`;
  const where = line === undefined ? named : `${named} (line ${line})`;
  return `${where}: ${expectationOf(failure)}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`;
}
