import type { ScenarioFileText } from '../../shared/file-parts.ts';
import { openApart } from '../create-simulator.ts';
import type { Transport } from '../scenario/transport.ts';
import { stepTarget } from '../workspace/step-target.ts';
import { InvalidScenarioError, RefusedError } from './errors.ts';
import { Lab } from './lab.ts';
import { type LoadOptions, load } from './load.ts';

/** How a scenario is opened. */
export interface OpenOptions extends LoadOptions {
  /** Seeds the random streams; replaces the scenario's own. A whole number. */
  readonly seed?: number | undefined;
  /** How calls and responses travel; see `runScenario`. Default: `direct`. */
  readonly transport?: Transport | undefined;
  /** Which of the scenario's examples, from 1. Default: the first. */
  readonly example?: number | undefined;
}

/**
 * Opens a scenario, a text as it is in a file or a value like it, to act on it from code. None of its steps is taken: `play` takes them.
 * Everything is in memory; it needs no server, and any number may be open at a time. Throws `InvalidScenarioError` for a scenario that
 * cannot run.
 */
export async function openLab(source: string | ScenarioFileText, options: OpenOptions = {}): Promise<Lab> {
  const { seed, transport = 'direct', example = 1 } = options;
  const loaded = load(source, options);
  if (!loaded.ok) throw new InvalidScenarioError(loaded.problems);
  const chosen = loaded.scenarios[example - 1];
  if (chosen === undefined) {
    throw new RefusedError(
      `there is no example ${example}, expected a whole number from 1 to ${loaded.scenarios.length}`,
    );
  }
  const scenario = seed === undefined ? chosen.scenario : { ...chosen.scenario, seed };
  const simulator = await openApart(scenario, transport);
  return new Lab(chosen.title, simulator, stepTarget(simulator.workspace), scenario.steps);
}
