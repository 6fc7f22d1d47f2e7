import { type CreateSimulatorOptions, createSimulator } from '../create-simulator.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Simulator } from '../simulator.ts';

export interface OpenWorkspaceOptions {
  readonly dataDir: string;
  readonly callbackBase: CreateSimulatorOptions['callbackBase'];
  /** The file that the Lab's worker threads run. */
  readonly labWorkerUrl: URL;
  /** Takes the place of the stored workspace, none of its steps taken. */
  readonly scenario: Extract<LoadedScenario, { ok: true }> | null;
  /** Told, in sentences, of what was damaged and recovered. */
  readonly onRecovered: (sentence: string) => void;
}

/** The simulator as a person uses it: on the stored workspace, on the simulated network. */
export async function openWorkspace(options: OpenWorkspaceOptions): Promise<Simulator> {
  const { dataDir, callbackBase, labWorkerUrl, scenario: loaded, onRecovered } = options;
  const initial = loaded && { initial: { ...loaded.scenario, steps: [] } };
  const simulator = await createSimulator({ dataDir, callbackBase, transport: 'http', labWorkerUrl, ...initial });
  for (const sentence of simulator.recovered) onRecovered(sentence);
  if (loaded) await simulator.openScenario(loaded.scenario, loaded.title, { source: loaded.text });
  return simulator;
}
