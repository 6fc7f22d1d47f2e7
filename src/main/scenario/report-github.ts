/**
 * Workflow commands of GitHub Actions: each failure, problem and warning as an annotation at its place in its file
 * (docs.github.com, *Workflow commands*, *Setting an error message*).
 */
import { plainText } from '../../shared/plain-text.ts';
import type { Problem } from './problem.ts';
import { expectationOf, type Failure, type ScenarioResult } from './result.ts';

/** A line for each annotation; nothing where all is well. */
export function reportGithub(results: readonly ScenarioResult[]): string {
  return results.map(entryGithub).join('');
}

/** The annotations of one scenario. */
export function entryGithub({ file, title, failures, warnings, problems = [] }: ScenarioResult): string {
  return [
    ...problems.map(problemGithub),
    ...failures.map((failure) => command('error', { file, ...placeOf(failure), title }, inWords(failure))),
    ...warnings.map((warning) => command('warning', { file, ...placeOf(warning), title }, warning.message)),
  ].join('');
}

/** The annotation of a fault of a file. */
export function problemGithub({ file, line, column, path, message }: Problem): string {
  return command('error', { file, line, col: column, title: 'Invalid scenario' }, `${path}: ${message}`);
}

function inWords(failure: Failure): string {
  const step = failure.step === null ? '' : `step ${failure.step}: `;
  const [expected, actual] = [JSON.stringify(failure.expected), JSON.stringify(failure.actual)];
  return `${step}${expectationOf(failure)}: expected ${expected}, actual ${actual}`;
}

/** A finding about the scenario as a whole is at its first line. */
const placeOf = ({ line = 1, column = 1 }: { readonly line?: number; readonly column?: number }) => ({
  line,
  col: column,
});

function command(level: 'error' | 'warning', properties: Readonly<Record<string, string | number>>, message: string) {
  const named = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${named.join(',')}::${escapeData(message)}\n`;
}

/** As `@actions/core` has it; what else a terminal would obey is spelt out. */
const escapeData = (text: string) => plainText(text).replaceAll('%', '%25');

const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
