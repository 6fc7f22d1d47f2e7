/** The report that CI systems read: JUnit's XML. */

/** One test; `outcome` is `null` where it passed. */
interface TestCase {
  /** What it belongs to: a file, an Action type. */
  readonly classname: string;
  readonly name: string;
  /** A path, where there is one. */
  readonly file?: string;
  /** Real time, in milliseconds. */
  readonly wallMs: number;
  readonly outcome: Outcome | null;
}

export interface Outcome {
  /** A failure is a thing that did not hold; an error kept it from being asked. */
  readonly kind: 'failure' | 'error';
  readonly type: string;
  /** In one line: several systems show only this. */
  readonly message: string;
  readonly lines: readonly string[];
}

export interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/** Valid XML 1.0, whatever the texts hold. Times are real. */
export function junitXml(suites: readonly TestSuite[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'trigger-lab', ...counts(suites.flatMap(({ cases }) => cases)) })}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function counts(cases: readonly TestCase[]): Record<string, string | number> {
  return {
    tests: cases.length,
    failures: cases.filter(({ outcome }) => outcome?.kind === 'failure').length,
    errors: cases.filter(({ outcome }) => outcome?.kind === 'error').length,
    skipped: 0,
    time: seconds(cases.reduce((sum, { wallMs }) => sum + wallMs, 0)),
  };
}

function suiteLines({ name, cases }: TestSuite): string[] {
  return [`  <testsuite ${attributes({ name, ...counts(cases) })}>`, ...cases.flatMap(caseLines), '  </testsuite>'];
}

function caseLines({ classname, name, file, wallMs, outcome }: TestCase): string[] {
  const test = attributes({ classname, name, ...(file === undefined ? {} : { file }), time: seconds(wallMs) });
  if (outcome === null) return [`    <testcase ${test}/>`];
  const { kind, type, message, lines } = outcome;
  const element = `      <${kind} ${attributes({ message, type })}>${escapeXml(lines.join('\n'))}</${kind}>`;
  return [`    <testcase ${test}>`, element, '    </testcase>'];
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
