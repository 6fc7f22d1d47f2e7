/** What a worker thread does, once: loads or plays a scenario's text, or plays scenarios, and sends back what came of it. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ExerciseTask, ScenarioTask } from './in-thread.ts';
import { loadScenarios } from './load.ts';
import { loadExample } from './load-aside.ts';
import { type OpenStage, rehearse } from './rehearsal.ts';

export interface Playing {
  /** Asked for where a text is played. */
  readonly stage: () => Promise<OpenStage>;
  /** Finds out what scenarios exercise; plain data. */
  readonly exercise: (scenarios: ExerciseTask['scenarios']) => Promise<unknown>;
}

/** Posts one `LoadedExample`, one `Rehearsed` or what was exercised, all plain data. */
export async function serveScenario({ stage, exercise }: Playing): Promise<void> {
  // The YAML library asks for a variable at every token, and Node looks it up again each time; a plain object answers at once.
  process.env = { ...process.env };
  const port = parentPort as MessagePort;
  const task = workerData as ScenarioTask;
  if (task.does === 'exercise') return port.postMessage(await exercise(task.scenarios));
  const { does, text, fileName, reading } = task;
  if (does === 'load') return port.postMessage(loadExample(text, fileName, reading));
  const loaded = loadScenarios(text, fileName);
  port.postMessage(loaded.ok ? await rehearse(loaded.scenarios, fileName, await stage()) : loaded);
}
