/** Texts and values that callers of the library hand over, as scenarios that can run. */
import type { ScenarioText } from '../../shared/scenario.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { locateProblem } from '../scenario/problem.ts';

export interface LoadOptions {
  /** The name of the scenario's file: for messages, and for the title where it has none. Default: `scenario.yaml`. */
  readonly file?: string | undefined;
}

/** Reads a text as it is in a file, or a value like it: the lines of its problems are those of the value as indented JSON. */
export function load(source: string | ScenarioText, { file = 'scenario.yaml' }: LoadOptions): LoadedScenario {
  if (typeof source === 'string') return loadScenario(source, file);
  const text = asJson(source);
  if (text === null) {
    const fault = { path: [], found: 'a value that JSON cannot hold', expected: 'a scenario: a text, or a map' };
    return { ok: false, problems: [locateProblem(file, { line: 1, column: 1 }, fault)] };
  }
  const loaded = loadScenario(text, file);
  return loaded.ok ? { ...loaded, stepLines: [] } : loaded;
}

/** `null` where a value holds itself, a number too large, or is a function or nothing. */
function asJson(value: unknown): string | null {
  try {
    return JSON.stringify(value, null, 2) ?? null;
  } catch {
    return null;
  }
}
