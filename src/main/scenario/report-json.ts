/** What came of scenarios, as scripts and callers of the library read it. */
import { plainJson } from '../../shared/plain-text.ts';
import { formatProblem } from './problem.ts';
import type { Failure, ScenarioReport, ScenarioResult, Warning } from './result.ts';

/** The report of one scenario. */
export function scenarioReport(result: ScenarioResult): ScenarioReport {
  const { file, title, passed, failures, warnings, seed, transport, rules, virtualDurationMs, wallMs, problems } =
    result;
  return {
    file,
    title,
    passed,
    failures: failures.map((failure) => {
      const { path, expected, actual } = failure;
      return { ...placeOf(failure), path, expected, actual };
    }),
    warnings: warnings.map((warning) => {
      const { kind, message } = warning;
      return { ...placeOf(warning), kind, message };
    }),
    ...(seed === undefined ? {} : { seed }),
    ...(transport === undefined ? {} : { transport }),
    ...(rules === undefined ? {} : { rules }),
    virtualDuration: virtualDurationMs,
    wallMs,
    ...(problems ? { problems: problems.map(formatProblem) } : {}),
  };
}

function placeOf({ step, line, column }: Failure | Warning) {
  return { step, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** The whole report, ending with a line break. */
export function reportJson(results: readonly ScenarioResult[]): string {
  return `${plainJson({ scenarios: results.map(scenarioReport) })}\n`;
}
