/** What `trigger-lab run` prints about the scenarios it played: for people, for scripts, for CI systems. */
import { describeDuration } from '../../shared/duration.ts';
import { plainText } from '../../shared/plain-text.ts';
import { formatProblem } from './problem.ts';
import { reportJson } from './report-json.ts';
import { reportJunit } from './report-junit.ts';
import { expectationOf, type Failure, type ScenarioResult } from './result.ts';

/** The names that `--reporter` takes; the first is the default. */
export const REPORTERS = ['list', 'json', 'junit'] as const;
export type Reporter = (typeof REPORTERS)[number];

/** The whole report, ending with a line break. */
export function report(reporter: Reporter, results: readonly ScenarioResult[]): string {
  switch (reporter) {
    case 'list':
      return reportList(results);
    case 'json':
      return reportJson(results);
    case 'junit':
      return reportJunit(results);
  }
}

/** A line per scenario; below a failing one, each expectation that did not hold; at the end how many passed. */
export function reportList(results: readonly ScenarioResult[]): string {
  const failedCount = results.filter((result) => !result.passed).length;
  const wallMs = results.reduce((sum, result) => sum + result.wallMs, 0);
  const summary = [
    `${results.length - failedCount} passed`,
    ...(failedCount > 0 ? [`${failedCount} failed`] : []),
    `${results.length} in all`,
  ].join(', ');
  return `${[...results.flatMap(listResult).map(plainText), '', `${summary} (${wallMs.toFixed(0)} ms)`].join('\n')}\n`;
}

function listResult(result: ScenarioResult): string[] {
  if (result.problems)
    return [`✗ ${result.file}: invalid`, ...result.problems.map((problem) => `    ${formatProblem(problem)}`)];
  const took = `${describeDuration(result.virtualDurationMs)} in ${result.wallMs.toFixed(0)} ms`;
  const head = `${result.passed ? '✓' : '✗'} ${result.title} (${result.file}, ${took})`;
  return [head, ...result.failures.flatMap((failure) => listFailure(result.file, failure))];
}

function listFailure(file: string, failure: Failure): string[] {
  const where = failure.line === undefined ? '' : ` (${file}:${failure.line})`;
  return [
    `    step ${failure.step}${where}: ${expectationOf(failure)}`,
    `      expected ${JSON.stringify(failure.expected)}`,
    `      actual   ${JSON.stringify(failure.actual)}`,
  ];
}
