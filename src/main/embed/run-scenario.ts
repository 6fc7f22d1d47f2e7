import type { ScenarioFileText } from '../../shared/file-parts.ts';
import { openStage } from '../open-stage.ts';
import { invalidResult, playWithRules } from '../scenario/play.ts';
import { scenarioReport } from '../scenario/report-json.ts';
import { type ScenarioReport, WARNING_KINDS, type WarningKind } from '../scenario/result.ts';
import { strictly } from '../scenario/strict.ts';
import type { Transport } from '../scenario/transport.ts';
import { DEFAULT_FILE, type LoadOptions, load } from './load.ts';

/** How a scenario is run. */
export interface RunOptions extends LoadOptions {
  /** Seeds the random streams; replaces the scenario's own. A whole number. */
  readonly seed?: number | undefined;
  /**
   * How calls and responses travel. `direct` (the default) uses no HTTP at all; with `http` each is a real `fetch` on a simulated network,
   * and meanwhile every other request of this process fails. Both lead to the same.
   */
  readonly transport?: Transport | undefined;
  /** Which warnings are failures, as with `--strict`: all, or those of some kinds. Default: none. */
  readonly strict?: boolean | readonly WarningKind[] | undefined;
  /**
   * Ends the run between two steps, or while a step moves time (between steps only in a scenario with `restart`): the promise then rejects
   * with the signal's reason.
   */
  readonly signal?: AbortSignal | undefined;
}

/** What `trigger-lab run --reporter json` says. */
export interface RunReport {
  /** True where the scenario is valid and every expectation held, in each of its examples. */
  readonly passed: boolean;
  /** One, or one for each example. */
  readonly scenarios: readonly ScenarioReport[];
}

/**
 * Plays a scenario, a text as it is in a file or a value like it, in virtual time on a fresh, empty store in memory, and reports. It
 * needs no server, and any number may run at a time. A scenario that is invalid has not passed: its `problems` say why.
 */
export async function runScenario(source: string | ScenarioFileText, options: RunOptions = {}): Promise<RunReport> {
  const { file = DEFAULT_FILE, seed, transport = 'direct', signal, strict = false } = options;
  const kinds = strict === true ? WARNING_KINDS : strict === false ? [] : strict;
  const loaded = load(source, options);
  if (!loaded.ok) return { passed: false, scenarios: [scenarioReport(invalidResult(file, loaded.problems))] };
  const scenarios: ScenarioReport[] = [];
  for (const each of loaded.scenarios) {
    scenarios.push(
      scenarioReport(strictly(await playWithRules(each, { file, transport, openStage, seed, signal }), kinds)),
    );
  }
  return { passed: scenarios.every(({ passed }) => passed), scenarios };
}
