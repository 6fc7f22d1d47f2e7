/** A coverage report for people: what is missing comes first. */
import type { CoverageReport } from '../shared/coverage.ts';
import { share } from '../views/words/figures.ts';

/** How many files are named of those that exercise a row. */
const NAMED = 3;

/** Line by line. */
export function coverageText(report: CoverageReport): string[] {
  const { rows, endings, rules, settings, percent } = report;
  const [missing, covered] = [rows.filter((row) => !row.covered), rows.filter((row) => row.covered)];
  return [
    `${covered.length} of ${rows.length} rows of the state table are covered (${share(percent / 100)}).`,
    ...section('Not covered', missing.map(describe)),
    ...section(
      'Covered',
      covered.map((row) => `${describe(row)}    ${filesOf(row.by)}`),
    ),
    '',
    tally('endings', endings, ({ ending }) => ending),
    tally('rules', rules, ({ rule }) => rule),
    tally('settings', settings, ({ setting }) => setting),
  ];
}

const describe = ({ id, to }: CoverageReport['rows'][number]) => `${id} → ${to}`;

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

function filesOf(files: readonly string[]): string {
  const names = files.slice(0, NAMED).map((file) => file.replace(/^.*[/\\]/, ''));
  const more = files.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`;
}

/** `10 of 11 endings are covered; missing: Rework (Updated by resource).` */
function tally<T extends { readonly covered: boolean }>(what: string, all: readonly T[], nameOf: (each: T) => string) {
  const missing = all.filter(({ covered }) => !covered).map(nameOf);
  const sentence = `${all.length - missing.length} of ${all.length} ${what} are covered`;
  return missing.length === 0 ? `${sentence}.` : `${sentence}; missing: ${missing.join(', ')}.`;
}
