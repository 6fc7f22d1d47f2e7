/** What came of scenarios, as scripts and callers of the library read it. */
import { plainJson } from '../../shared/plain-text.ts';
import { formatProblem } from './problem.ts';
import type { Failure, ScenarioResult, Warning } from './result.ts';
import type { Transport } from './transport.ts';

/** One expectation that did not hold, or a step that was refused or taken against what it demands. */
export interface FailureReport {
  /** The number of the step, from 1; `null` where it is the scenario as a whole. */
  readonly step: number | null;
  /** The line of the step in its file, from 1; absent where there is no file. */
  readonly line?: number;
  /** The column in it, from 1. */
  readonly column?: number;
  /** The field that was compared: `errorBar.retries`. */
  readonly path: string;
  /** JSON, as the file has it. */
  readonly expected: unknown;
  /** JSON; `null` where there is nothing. */
  readonly actual: unknown;
}

/** What came of one scenario: an entry of `scenarios` in what `run --reporter json` prints. */
export interface ScenarioReport {
  /** As it was given. */
  readonly file: string;
  /** The scenario's own, or the name of its file; of an example `TITLE [fail=dns, max=2]`. */
  readonly title: string;
  /** True where the file is valid and every expectation held. */
  readonly passed: boolean;
  /** What was not as expected, in the order of the steps. */
  readonly failures: readonly FailureReport[];
  /** What passes and is probably not meant; in the order of the steps. */
  readonly warnings: readonly Warning[];
  /** What seeded the random streams; absent where the file is invalid. */
  readonly seed?: number;
  /** How calls and responses travelled; absent where the file is invalid. */
  readonly transport?: Transport;
  /** The rules behind what happened: `["R6", "R14"]`; absent where the file is invalid. */
  readonly rules?: readonly string[];
  /** How far virtual time moved, in milliseconds. */
  readonly virtualDuration: number;
  /** How long it took in real time, in milliseconds. */
  readonly wallMs: number;
  /** What is wrong with the file, a line each: `file:line:column: path: message`. Nothing of it ran then. */
  readonly problems?: readonly string[];
}

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
