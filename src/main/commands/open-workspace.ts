import { type CreateSimulatorOptions, createSimulator } from '../create-simulator.ts';
import type { LoadedExample } from '../scenario/load-aside.ts';
import type { Simulator } from '../simulator.ts';
import { refusePseudoFileSystem } from './pseudo-file-system.ts';

export interface OpenWorkspaceOptions {
  /** `null` keeps the workspaces in memory. */
  readonly dataDir: string | null;
  readonly callbackBase: CreateSimulatorOptions['callbackBase'];
  /** The file that the Lab's worker threads run. */
  readonly labWorkerUrl: URL;
  /** The file that the threads run which load long scenario texts; left out, they are loaded in this one. */
  readonly scenarioWorkerUrl?: URL | undefined;
  /** Opened as a workspace of its own, none of its steps taken. */
  readonly scenario: Extract<LoadedExample, { ok: true }> | null;
  /** Told, in sentences, of what was damaged and recovered, and of the workspace that is no longer the open one. */
  readonly onNotice: (sentence: string) => void;
}

/** The simulator as a person uses it: on the stored workspace, on the simulated network. */
export async function openWorkspace(options: OpenWorkspaceOptions): Promise<Simulator> {
  const { dataDir, callbackBase, labWorkerUrl, scenarioWorkerUrl, scenario: loaded, onNotice } = options;
  if (dataDir !== null) await refusePseudoFileSystem(dataDir);
  const initial = loaded && { initial: { ...loaded.scenario, steps: [] } };
  const simulator = await createSimulator({
    dataDir,
    callbackBase,
    transport: 'http',
    hasSecretCallbacks: true,
    labWorkerUrl,
    scenarioWorkerUrl,
    ...initial,
  });
  for (const sentence of simulator.workspace.recovered) onNotice(sentence);
  if (loaded) {
    const { title } = simulator.workspace;
    const { hadWorkspace: keepsCurrent } = simulator;
    const { text: source, examples } = loaded;
    await simulator.opener.openScenario(loaded.scenario, loaded.title, { source, examples, keepsCurrent });
    if (keepsCurrent) {
      onNotice(`“${simulator.workspace.title}” is open; the workspace “${title}” in ${dataDir} is kept beside it.`);
    }
  }
  return simulator;
}
