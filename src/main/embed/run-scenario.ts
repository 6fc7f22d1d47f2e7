import type { ScenarioText } from '../../shared/scenario.ts';
import { openStage } from '../create-simulator.ts';
import { playScenario } from '../scenario/play.ts';
import { type ScenarioReport, scenarioReport } from '../scenario/report-json.ts';
import type { Transport } from '../scenario/transport.ts';
import { type LoadOptions, load } from './load.ts';

export interface RunOptions extends LoadOptions {
  /** Seeds the random streams; replaces the scenario's own. A whole number. */
  readonly seed?: number | undefined;
  /**
   * How calls and responses travel. `direct` (the default) uses no HTTP at all; with `http` each is a real `fetch` on a simulated network,
   * and meanwhile every other request of this process fails. Both lead to the same.
   */
  readonly transport?: Transport | undefined;
  /** Ends the run between two steps: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What `trigger-lab run --reporter json` says. */
export interface RunReport {
  /** True where the scenario is valid and every expectation held. */
  readonly passed: boolean;
  readonly scenarios: readonly ScenarioReport[];
}

/**
 * Plays a scenario, a text as it is in a file or a value like it, in virtual time on a fresh, empty store in memory, and reports. It
 * needs no server, and any number may run at a time. A scenario that is invalid has not passed: its `problems` say why.
 */
export async function runScenario(source: string | ScenarioText, options: RunOptions = {}): Promise<RunReport> {
  const { file = 'scenario.yaml', seed, transport = 'direct', signal } = options;
  const startedAt = performance.now();
  const loaded = load(source, options);
  if (!loaded.ok) {
    const { problems } = loaded;
    const result = {
      file,
      title: file,
      passed: false,
      failures: [],
      warnings: [],
      virtualDurationMs: 0,
      wallMs: 0,
      problems,
    };
    return { passed: false, scenarios: [scenarioReport(result)] };
  }
  const result = await playScenario(loaded, { file, transport, openStage, seed, signal, startedAt });
  return { passed: result.passed, scenarios: [scenarioReport(result)] };
}
