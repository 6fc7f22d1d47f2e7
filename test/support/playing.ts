/** Plays a scenario's text on a fresh store in memory, or as `trigger-lab run` does. */
import { createSimulator } from '../../src/main/create-simulator.ts';
import { openStage } from '../../src/main/open-stage.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { formatProblem } from '../../src/main/scenario/problem.ts';
import { type Run, runScenario, traceLines } from '../../src/main/scenario/run.ts';
import type { Transport } from '../../src/main/scenario/transport.ts';
import { stepTarget } from '../../src/main/workspace/step-target.ts';
import type { World } from '../../src/shared/world.ts';
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
  const loaded = load(text);
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
    return { ...run, ...told(loaded.title, simulator.workspace.world) };
  } finally {
    await simulator.close();
  }
}

/** As `trigger-lab run` plays it. */
export async function playOnStage(text: string, transport: Transport): Promise<Pick<Played, 'trace' | 'world'>> {
  const { scenario, title } = load(text);
  const stage = await openStage(scenario, transport);
  try {
    await runScenario(stage.target, scenario);
    return told(title, stage.target.world);
  } finally {
    await stage.close();
  }
}

function load(text: string) {
  const loaded = loadScenario(text, 'scenario.yaml');
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded;
}

const told = (title: string, world: World) => ({
  trace: [...traceLines(title, world)].join(''),
  world: JSON.stringify(worldToJson(world)),
});
