/** The report that CI systems read: JUnit's XML, one test suite a file with one test case. */
import { formatProblem } from './problem.ts';
import { expectationOf, type Failure, type ScenarioResult } from './result.ts';

/** Valid XML 1.0. An expectation that did not hold is a failure, a file that cannot be played an error. Times are real. */
export function reportJunit(results: readonly ScenarioResult[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'trigger-lab', ...counts(results) })}>`,
    ...results.flatMap(suite),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function counts(results: readonly ScenarioResult[]): Record<string, string | number> {
  return {
    tests: results.length,
    failures: results.filter((result) => !result.passed && !result.problems).length,
    errors: results.filter((result) => result.problems).length,
    skipped: 0,
    time: seconds(results.reduce((sum, result) => sum + result.wallMs, 0)),
  };
}

function suite(result: ScenarioResult): string[] {
  const { file, title, wallMs } = result;
  const test = attributes({ classname: file, name: title, file, time: seconds(wallMs) });
  const outcome = outcomeOf(result);
  return [
    `  <testsuite ${attributes({ name: file, ...counts([result]) })}>`,
    ...(outcome === null ? [`    <testcase ${test}/>`] : [`    <testcase ${test}>`, outcome, '    </testcase>']),
    '  </testsuite>',
  ];
}

/** One element for all that failed: several systems show only the first. */
function outcomeOf({ passed, failures, problems }: ScenarioResult): string | null {
  if (problems) {
    const message = `invalid scenario: ${problems[0]?.message ?? ''}`;
    return element('error', { message, type: 'invalid' }, problems.map(formatProblem));
  }
  if (passed) return null;
  const [first] = failures;
  const message = first ? describe(first) : 'failed';
  return element('failure', { message, type: 'expectation' }, failures.map(describe));
}

function describe(failure: Failure): string {
  const { step, line, expected, actual } = failure;
  const named = step === null ? 'the scenario' : `step ${step}`;
  const where = line === undefined ? named : `${named} (line ${line})`;
  return `${where}: ${expectationOf(failure)}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`;
}

function element(name: string, values: Record<string, string | number>, lines: readonly string[]): string {
  return `      <${name} ${attributes(values)}>${escapeXml(lines.join('\n'))}</${name}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeAttribute(String(value))}"`)
    .join(' ');
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 has no way to write: most control characters, half pairs and two non-characters. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** What XML can write, and a terminal would obey: as a reference it means the same. */
const REFERRED = /[\u{7f}-\u{9f}\u{61c}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2066}-\u{2069}]/gu;

/** Text for XML; what XML cannot write becomes `U+FFFD`. */
export function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, '\u{fffd}')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(REFERRED, (character) => `&#${character.charCodeAt(0)};`);
}

/** XML readers turn line breaks and tabs in attributes into spaces unless they are written as references. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
