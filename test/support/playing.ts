/** Plays a scenario's text as `trigger-lab run` does, on a fresh store in memory. */
import { createSimulator } from '../../src/main/create-simulator.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { formatProblem } from '../../src/main/scenario/problem.ts';
import { type Run, runScenario, traceLines } from '../../src/main/scenario/run.ts';
import type { Transport } from '../../src/main/scenario/transport.ts';
import { stepTarget } from '../../src/main/workspace/step-target.ts';
import { worldToJson } from '../../src/shared/world-json.ts';

export interface PlayOptions {
  /** Default `direct`. */
  readonly transport?: Transport;
  /** Takes the place of the file's own. */
  readonly seed?: number;
}

export interface Played extends Run {
  /** One line per entry of every Action's timeline. */
  readonly trace: string;
  /** The world at the end, as text that compares byte for byte. */
  readonly world: string;
}

/** Throws where the text is no valid scenario. */
export async function play(text: string, { transport = 'direct', seed }: PlayOptions = {}): Promise<Played> {
  const loaded = loadScenario(text, 'scenario.yaml');
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  const scenario = seed === undefined ? loaded.scenario : { ...loaded.scenario, seed };
  const simulator = await createSimulator({
    dataDir: null,
    callbackBase: null,
    transport,
    initial: { ...scenario, steps: [] },
    historyBytes: 0,
  });
  try {
    const run = await runScenario(stepTarget(simulator.workspace), scenario);
    const trace = [...traceLines(loaded.title, simulator.workspace.world)].join('');
    return { ...run, trace, world: JSON.stringify(worldToJson(simulator.workspace.world)) };
  } finally {
    await simulator.close();
  }
}
