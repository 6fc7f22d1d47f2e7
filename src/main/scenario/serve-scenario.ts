/** What a worker thread does with a scenario's text: loads it, or plays it, once, and sends back what came of it. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ScenarioTask } from './in-thread.ts';
import { loadScenario, loadScenarios } from './load.ts';
import { reading } from './load-aside.ts';
import { type OpenStage, rehearse } from './rehearsal.ts';

/** Posts one `LoadedScenario` or `Rehearsed`, both plain data; `stage` is asked for only where something is played. */
export async function serveScenario(stage: () => Promise<OpenStage>): Promise<void> {
  // The YAML library asks for a variable at every token, and Node looks it up again each time; a plain object answers at once.
  process.env = { ...process.env };
  const port = parentPort as MessagePort;
  const { does, text, fileName, includes } = workerData as ScenarioTask;
  if (does === 'load') return port.postMessage(loadScenario(text, fileName, reading(includes)));
  const loaded = loadScenarios(text, fileName, reading(includes));
  port.postMessage(loaded.ok ? await rehearse(loaded.scenarios, fileName, await stage()) : loaded);
}
