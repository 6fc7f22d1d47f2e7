/** What scenarios exercise of all there is: rows of the state table, endings, rules, settings (scenario-format.md, `coverage`). */
import { TRANSITIONS } from '../engine/action/lifecycle.ts';
import type { Scenario } from '../shared/scenario.ts';
import type { World } from '../shared/world.ts';
import { RULE_CHAPTERS } from '../views/why/rules.ts';
import { endingOfRow, ROW_ENDINGS, rowId } from './rows.ts';
import { rowsTaken } from './rows-taken.ts';
import { rulesOfScenario, rulesShown } from './rules-shown.ts';
import { SETTINGS, settingsUsed } from './settings-used.ts';

/** What one scenario exercised, each by its name, in the order in which they are listed. */
export interface Exercised {
  readonly rows: readonly string[];
  readonly endings: readonly string[];
  readonly rules: readonly string[];
  readonly settings: readonly string[];
}

const RULES = RULE_CHAPTERS.flatMap(({ rules }) => rules.map(({ rule }) => rule));

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

interface Covered {
  readonly covered: boolean;
  /** The files that exercise it. */
  readonly by: readonly string[];
}

export interface CoverageReport {
  readonly rows: readonly (Covered & {
    readonly id: string;
    readonly from: string;
    readonly event: string;
    readonly guard: string | null;
    readonly to: string;
  })[];
  readonly endings: readonly (Covered & { readonly ending: string })[];
  readonly rules: readonly (Covered & { readonly rule: string })[];
  readonly settings: readonly (Covered & { readonly setting: string })[];
  /** Of rows, from 0 to 100, to one decimal and never rounded up. */
  readonly percent: number;
}

/** Adds up what files exercised; a file may come several times. */
export function coverageReport(files: readonly (Partial<Exercised> & { readonly file: string })[]): CoverageReport {
  const by = (kind: keyof Exercised) => {
    const found = new Map<string, Set<string>>();
    for (const each of files) {
      for (const name of each[kind] ?? []) {
        const named = found.get(name) ?? new Set();
        found.set(name, named.add(each.file));
      }
    }
    return (name: string): Covered => ({ covered: found.has(name), by: [...(found.get(name) ?? [])] });
  };
  const [byRow, byEnding, byRule, bySetting] = [by('rows'), by('endings'), by('rules'), by('settings')];
  const rows = TRANSITIONS.map((row) => {
    const { from, event, guard = null, to } = row;
    const id = rowId(row);
    return { id, from, event, guard, to, ...byRow(id) };
  });
  return {
    rows,
    endings: ROW_ENDINGS.map((ending) => ({ ending, ...byEnding(ending) })),
    rules: RULES.map((rule) => ({ rule, ...byRule(rule) })),
    settings: SETTINGS.map((setting) => ({ setting, ...bySetting(setting) })),
    percent: Math.floor((rows.filter(({ covered }) => covered).length / rows.length) * 1000) / 10,
  };
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
