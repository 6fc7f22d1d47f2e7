/** Texts and values that callers of the library hand over, as scenarios that can run. */
import type { ScenarioFileText } from '../../shared/file-parts.ts';
import { type LoadedScenarios, loadScenarios } from '../scenario/load.ts';
import { locateProblem } from '../scenario/problem.ts';
import { readIncluded } from '../scenario/read-disk.ts';

/** How a scenario is read. */
export interface LoadOptions {
  /**
   * The path of the scenario's file: for messages, for the title where it has none, and where the files that it includes are
   * looked for. Default: `scenario.yaml`.
   */
  readonly file?: string | undefined;
  /** Values of parameters (`params`) that replace their defaults; a name that is no parameter of the scenario is a problem. */
  readonly vars?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

export const DEFAULT_FILE = 'scenario.yaml';

/** Reads a text as it is in a file, or a value like it: the lines of its problems are those of the value as indented JSON. */
export function load(
  source: string | ScenarioFileText,
  { file = DEFAULT_FILE, vars = {} }: LoadOptions,
): LoadedScenarios {
  const options = { vars: new Map(Object.entries(vars)), readFile: readIncluded, knowsAllVars: true };
  if (typeof source === 'string') return loadScenarios(source, file, options);
  const text = asJson(source);
  if (text === null) {
    const fault = { path: [], found: 'a value that JSON cannot hold', expected: 'a scenario: a text, or a map' };
    return { ok: false, problems: [locateProblem(file, { line: 1, column: 1 }, fault)] };
  }
  const loaded = loadScenarios(text, file, options);
  return loaded.ok
    ? { ok: true, scenarios: loaded.scenarios.map((each) => ({ ...each, stepLines: [], stepColumns: [] })) }
    : loaded;
}

/** `null` where a value holds itself, a number too large, or is a function or nothing. */
function asJson(value: unknown): string | null {
  try {
    return JSON.stringify(value, null, 2) ?? null;
  } catch {
    return null;
  }
}
