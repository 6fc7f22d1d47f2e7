/** What scenarios exercise of all there is: rows of the state table, endings, rules, settings (scenario-format.md, `coverage`). */
import { TRANSITIONS } from '../engine/action/lifecycle.ts';
import type { CoverageReport } from '../shared/coverage.ts';
import type { Scenario } from '../shared/scenario.ts';
import type { World } from '../shared/world.ts';
import { CoverageTally, type Exercised, RULES } from './coverage-tally.ts';
import { endingOfRow, ROW_ENDINGS, rowId } from './rows.ts';
import { rowsTaken } from './rows-taken.ts';
import { rulesOfScenario, rulesShown } from './rules-shown.ts';
import { settingsUsed } from './settings-used.ts';

/** Of a scenario that was played to the end in `world`; `refusedBy` are the rules that its steps were refused by. */
export function exercisedBy(scenario: Scenario, world: World, refusedBy: Iterable<string> = []): Exercised {
  const taken = [...world.actions.keys()].flatMap((ref) => rowsTaken(world.timelines.get(ref) ?? []));
  const rows = new Set(taken.map(rowId));
  const endings = new Set(taken.map(endingOfRow));
  const rules = new Set([...rulesShown(world, taken), ...rulesOfScenario(scenario), ...refusedBy]);
  return {
    rows: TRANSITIONS.map(rowId).filter((id) => rows.has(id)),
    endings: ROW_ENDINGS.filter((ending) => endings.has(ending)),
    rules: RULES.filter((rule) => rules.has(rule)),
    settings: settingsUsed(scenario),
  };
}

/** Adds up what files exercised; a file may come several times. */
export function coverageReport(files: readonly (Partial<Exercised> & { readonly file: string })[]): CoverageReport {
  const tally = new CoverageTally();
  for (const { file, ...exercised } of files) tally.add(file, exercised);
  return tally.report();
}

/** The other way about: what each file exercised, so that reports can be added up. */
export function exercisedIn(report: CoverageReport): (Exercised & { readonly file: string })[] {
  const files = new Map<string, Record<keyof Exercised, string[]>>();
  const take = (kind: keyof Exercised, name: string, by: readonly string[]) => {
    for (const file of by) {
      const found = files.get(file) ?? { rows: [], endings: [], rules: [], settings: [] };
      found[kind].push(name);
      files.set(file, found);
    }
  };
  for (const { id, by } of report.rows) take('rows', id, by);
  for (const { ending, by } of report.endings) take('endings', ending, by);
  for (const { rule, by } of report.rules) take('rules', rule, by);
  for (const { setting, by } of report.settings) take('settings', setting, by);
  return [...files].map(([file, found]) => ({ file, ...found }));
}
