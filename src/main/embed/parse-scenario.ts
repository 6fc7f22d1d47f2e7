import type { ScenarioFileText } from '../../shared/file-parts.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { Problem } from '../scenario/problem.ts';
import { type LoadOptions, load } from './load.ts';

/** A scenario that can run. */
export interface ParsedScenario {
  /** The scenario's own, or the name of its file without folder and extension; of an example `TITLE [fail=dns, max=2]`. */
  readonly title: string;
  /** All that it says, with the defaults for what it leaves out: durations in milliseconds, instants as the file writes them. */
  readonly scenario: Scenario;
}

/** What became of a text: the scenario in it, or one for each of its examples; or everything that is wrong with it. */
export type ParseResult =
  | { readonly ok: true; readonly scenarios: readonly ParsedScenario[] }
  | {
      readonly ok: false;
      /** In the order of the text, at most 100, never empty. */
      readonly problems: readonly Problem[];
    };

/**
 * Reads a scenario, a text as it is in a file or a value like it, without running it. What is wrong with it is data: an unknown key, a
 * wrong unit, a name that is not defined, each with its line, its column, its path, and what is expected there. It never throws.
 */
export function parseScenario(source: string | ScenarioFileText, options: LoadOptions = {}): ParseResult {
  const loaded = load(source, options);
  if (!loaded.ok) return { ok: false, problems: loaded.problems };
  return { ok: true, scenarios: loaded.scenarios.map(({ title, scenario }) => ({ title, scenario })) };
}
