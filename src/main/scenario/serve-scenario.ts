/** What a worker thread does, once: loads or plays a scenario's text, or plays scenarios, and sends back what came of it. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ExerciseTask, ScenarioTask } from './in-thread.ts';
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
  if (task.does === 'exercise') {
    port.postMessage(await exercise(task.scenarios));
    return;
  }
  const { does, text, fileName, reading } = task;
  const loaded = loadExample(text, fileName, reading);
  port.postMessage(does === 'load' || !loaded.ok ? loaded : await rehearse(loaded, await stage()));
}
