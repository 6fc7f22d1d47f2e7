/** What `trigger-lab run` says about the scenarios it played: for people, for scripts, for CI systems. */
import { entryGithub, reportGithub } from './report-github.ts';
import { reportHtml } from './report-html.ts';
import { reportJson } from './report-json.ts';
import { reportJunit } from './report-junit.ts';
import { listEntry, listSummary, reportList } from './report-list.ts';
import type { ScenarioResult } from './result.ts';

/** The names that `--reporter` takes; the first is the default. */
export const REPORTERS = ['list', 'json', 'junit', 'github', 'html'] as const;
export type Reporter = (typeof REPORTERS)[number];

/** The whole report, ending with a line break. */
export function report(reporter: Reporter, results: readonly ScenarioResult[]): string {
  return WHOLE[reporter](results);
}

const WHOLE: Readonly<Record<Reporter, (results: readonly ScenarioResult[]) => string>> = {
  list: reportList,
  json: reportJson,
  junit: reportJunit,
  github: reportGithub,
  html: reportHtml,
};

/** A report that grows at its end: what each scenario adds, and what comes last. */
export interface Growing {
  readonly entry: (result: ScenarioResult) => string;
  readonly closing: (results: readonly ScenarioResult[]) => string;
}

/** Reporters that can be read while a run goes on; where people read along, they have read the problems of files already. */
export const GROWING: Readonly<Partial<Record<Reporter, Growing>>> = {
  list: { entry: (result) => listEntry(result, { areProblemsTold: true }), closing: listSummary },
  github: { entry: entryGithub, closing: () => '' },
};
