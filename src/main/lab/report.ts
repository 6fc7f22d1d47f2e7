/** What a study came to, as JSON, CSV, a table for people or a page to decide by. */
import type { Measure } from '../../lab/measures.ts';
import { summaryOf } from '../../lab/summary.ts';
import type { Tally } from '../../lab/tally.ts';
import { countText } from '../../shared/counted.ts';
import { ENDINGS, type Quantiles, type Summary } from '../../shared/lab.ts';
import { csvCell, plainJson, plainText } from '../../shared/plain-text.ts';
import { summarySentences } from './compare.ts';
import { htmlReport } from './html-report.ts';
import { formatMeasured, judge, type Limit, measureNamed } from './limits.ts';
import type { StudyResult } from './shard.ts';

export const OUTPUTS = ['json', 'csv', 'table', 'html'] as const;
export type OutputFormat = (typeof OUTPUTS)[number];

export interface ReportOptions {
  readonly format: OutputFormat;
  /** Further measures, by name. */
  readonly measureNames: readonly string[];
  readonly limits: readonly Limit[];
}

/** The report's text; at least one trial was played. */
export function report(studied: StudyResult, { format, measureNames, limits }: ReportOptions): string {
  if (format === 'json') return json(studied, measureNames, limits);
  if (format === 'html') return htmlReport(studied, measureNames, limits);
  return format === 'csv' ? csv(studied, measureNames) : table(studied, measureNames, limits);
}

/** Whether every variant keeps every limit. */
export function allHold({ result }: StudyResult, limits: readonly Limit[]): boolean {
  return result.tallies.every((tally) => limits.every((limit) => judge(limit, tally).holds));
}

function json(
  { study, settings, result }: StudyResult,
  measureNames: readonly string[],
  limits: readonly Limit[],
): string {
  const variants = study.variants.map(({ name }, index) => {
    const tally = result.tallies[index] as Tally;
    const measures = Object.fromEntries(measureNames.map((each) => [each, measureNamed(each).of(tally)]));
    const verdicts = limits.map((limit) => {
      const { value, holds, sure } = judge(limit, tally);
      return { limit: limit.text, value, holds, sure };
    });
    return {
      name,
      settings: settings[index] ?? {},
      ...summaryOf(tally),
      ...(measureNames.length > 0 ? { measures } : {}),
      ...(limits.length > 0 ? { limits: verdicts } : {}),
    };
  });
  const trials = result.tallies[0]?.trialCount ?? 0;
  return `${plainJson({ trials, seed: study.seed, variants })}\n`;
}

const QUANTILE_KEYS = ['mean', 'p50', 'p90', 'p95', 'p99'] as const satisfies readonly (keyof Quantiles)[];

function csv({ study, result }: StudyResult, measureNames: readonly string[]): string {
  const header = [
    'name',
    'trials',
    ...ENDINGS.flatMap((ending) => [ending, `${ending} low`, `${ending} high`]),
    'escalatedPer1000',
    'handedOverPer1000',
    ...['timeToConnection', 'timeToEnd'].flatMap((id) => QUANTILE_KEYS.map((key) => `${id}.${key}`)),
    ...measureNames.flatMap((name) => [name, `${name} low`, `${name} high`]),
  ];
  const rows = study.variants.map(({ name }, index) => {
    const tally = result.tallies[index] as Tally;
    const { outcomes, escalatedPer1000, handedOverPer1000, timeToConnection, timeToEnd } = summaryOf(tally);
    const measured = measureNames.flatMap((each) => {
      const { value, low, high } = measureNamed(each).of(tally);
      return [value, low, high];
    });
    return [
      name,
      tally.trialCount,
      ...ENDINGS.flatMap((ending) => [outcomes[ending].share, outcomes[ending].low, outcomes[ending].high]),
      escalatedPer1000,
      handedOverPer1000,
      ...[timeToConnection, timeToEnd].flatMap((quantiles) => QUANTILE_KEYS.map((key) => quantiles[key])),
      ...measured,
    ];
  });
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A column of the table: its heading and what is in it. */
type Column = readonly [heading: string, cell: (summary: Summary, tally: Tally) => string];

const percent = (share: number) => formatMeasured(share, 'share');

function table({ study, result }: StudyResult, measureNames: readonly string[], limits: readonly Limit[]): string {
  const present = ENDINGS.filter((_, index) => result.tallies.some(({ endings }) => (endings[index] as number) > 0));
  const columns: Column[] = [
    ...present.map((ending): Column => [ending, ({ outcomes }) => percent(outcomes[ending].share)]),
    ['escalated per 1,000', ({ escalatedPer1000 }) => formatMeasured(escalatedPer1000, 'per 1,000')],
    ['handed over per 1,000', ({ handedOverPer1000 }) => formatMeasured(handedOverPer1000, 'per 1,000')],
    ['end p50', ({ timeToEnd }) => formatMeasured(timeToEnd.p50, 'duration')],
    ['end p95', ({ timeToEnd }) => formatMeasured(timeToEnd.p95, 'duration')],
    ...measureNames.map((name): Column => {
      const measure: Measure = measureNamed(name);
      return [name, (_, tally) => formatMeasured(measure.of(tally).value, measure.unit)];
    }),
    ...limits.map((limit): Column => [limit.text, (_, tally) => verdictWord(limit, tally)]),
  ];
  const rows = study.variants.map(({ name }, index) => {
    const tally = result.tallies[index] as Tally;
    const summary = summaryOf(tally);
    return [plainText(name), ...columns.map(([, cell]) => cell(summary, tally))];
  });
  const lines = aligned([['variant', ...columns.map(([heading]) => heading)], ...rows]);
  const trials = countText(result.tallies[0]?.trialCount ?? 0);
  const title = `${trials} trials of ${plainText(study.actionTypeName)}, seed ${study.seed}`;
  return `${[title, '', ...lines, '', ...summarySentences(study.variants, result).map(plainText)].join('\n').trimEnd()}\n`;
}

function verdictWord(limit: Limit, tally: Tally): string {
  const { holds, sure, value } = judge(limit, tally);
  const word = holds ? 'holds' : 'broken';
  return `${formatMeasured(value, limit.measure.unit)} ${sure ? word : `${word}, not sure`}`;
}

/** The first column to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
