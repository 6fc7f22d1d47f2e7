/** Adds up what was exercised, and says it of all there is. */
import { TRANSITIONS } from '../engine/action/lifecycle.ts';
import type { CoverageReport } from '../shared/coverage.ts';
import { RULE_CHAPTERS } from '../views/why/rules.ts';
import { ROW_ENDINGS, rowId } from './rows.ts';
import { SETTINGS } from './settings-used.ts';

/** What one scenario, or one Action, exercised, each by its name. */
export interface Exercised {
  readonly rows: readonly string[];
  readonly endings: readonly string[];
  readonly rules: readonly string[];
  readonly settings: readonly string[];
}

export const RULES = RULE_CHAPTERS.flatMap(({ rules }) => rules.map(({ rule }) => rule));

const KINDS = ['rows', 'endings', 'rules', 'settings'] as const satisfies readonly (keyof Exercised)[];

export class CoverageTally {
  /** By name, those that exercised it. */
  readonly #by: Readonly<Record<keyof Exercised, Map<string, Set<string>>>> = {
    rows: new Map(),
    endings: new Map(),
    rules: new Map(),
    settings: new Map(),
  };
  readonly #mostNamed: number;

  /** `mostNamed`: how many are named of those that exercised a thing; the first. */
  constructor(mostNamed = Number.POSITIVE_INFINITY) {
    this.#mostNamed = mostNamed;
  }

  /** `by` may come several times. */
  add(by: string, exercised: Partial<Exercised>): void {
    for (const kind of KINDS) {
      const found = this.#by[kind];
      for (const name of exercised[kind] ?? []) {
        const named = found.get(name);
        if (named === undefined) found.set(name, new Set([by]));
        else if (named.size < this.#mostNamed) named.add(by);
      }
    }
  }

  report(): CoverageReport {
    const covered = (kind: keyof Exercised, name: string) => {
      const by = this.#by[kind].get(name);
      return { covered: by !== undefined, by: [...(by ?? [])] };
    };
    const rows = TRANSITIONS.map((row) => {
      const { from, event, guard = null, to } = row;
      const id = rowId(row);
      return { id, from, event, guard, to, ...covered('rows', id) };
    });
    return {
      rows,
      endings: ROW_ENDINGS.map((ending) => ({ ending, ...covered('endings', ending) })),
      rules: RULES.map((rule) => ({ rule, ...covered('rules', rule) })),
      settings: SETTINGS.map((setting) => ({ setting, ...covered('settings', setting) })),
      percent: Math.floor((rows.filter((row) => row.covered).length / rows.length) * 1000) / 10,
    };
  }
}
