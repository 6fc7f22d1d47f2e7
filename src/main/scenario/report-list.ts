/** The report for people: a line for each scenario, below it what is to be said of it. */
import { counted } from '../../shared/counted.ts';
import { describeDuration } from '../../shared/duration.ts';
import { plainText } from '../../shared/plain-text.ts';
import { formatProblem } from './problem.ts';
import { expectationOf, type Failure, type ScenarioResult, type Warning } from './result.ts';

/** A line per scenario; below it warnings, and each expectation that did not hold; at the end how many passed. */
export function reportList(results: readonly ScenarioResult[]): string {
  return `${results.map((result) => listEntry(result)).join('')}${listSummary(results)}`;
}

/** What is said of one scenario; its lines end with a break. Problems of an invalid file may have been told before. */
export function listEntry(result: ScenarioResult, { areProblemsTold = false } = {}): string {
  return linesOf(result, areProblemsTold)
    .map((line) => `${plainText(line)}\n`)
    .join('');
}

/** `1 passed, 1 failed, 2 in all, 1 warning (31 ms)`, after an empty line. */
export function listSummary(results: readonly ScenarioResult[]): string {
  const failedCount = results.filter((result) => !result.passed).length;
  const warningCount = results.reduce((sum, { warnings }) => sum + warnings.length, 0);
  const wallMs = results.reduce((sum, result) => sum + result.wallMs, 0);
  const summary = [
    `${results.length - failedCount} passed`,
    ...(failedCount > 0 ? [`${failedCount} failed`] : []),
    `${results.length} in all`,
    ...(warningCount > 0 ? [counted(warningCount, 'warning')] : []),
  ].join(', ');
  return `\n${summary} (${wallMs.toFixed(0)} ms)\n`;
}

function linesOf(result: ScenarioResult, areProblemsTold: boolean): string[] {
  const { file, title, problems } = result;
  if (problems) {
    if (areProblemsTold) return [`✗ ${file}: invalid, ${counted(problems.length, 'problem')}`];
    return [`✗ ${file}: invalid`, ...problems.map((problem) => `    ${formatProblem(problem)}`)];
  }
  const took = `${describeDuration(result.virtualDurationMs)} in ${result.wallMs.toFixed(0)} ms`;
  return [
    `${result.passed ? '✓' : '✗'} ${title} (${file}, ${took})`,
    ...result.failures.flatMap((failure) => listFailure(file, failure)),
    ...result.warnings.map((warning) => `    warning, ${whereOf(file, warning)}: ${warning.message}`),
  ];
}

function listFailure(file: string, failure: Failure): string[] {
  return [
    `    ${whereOf(file, failure)}: ${expectationOf(failure)}`,
    `      expected ${JSON.stringify(failure.expected)}`,
    `      actual   ${JSON.stringify(failure.actual)}`,
  ];
}

function whereOf(file: string, { step, line }: Failure | Warning): string {
  if (step === null) return 'the scenario';
  return line === undefined ? `step ${step}` : `step ${step} (${file}:${line})`;
}
