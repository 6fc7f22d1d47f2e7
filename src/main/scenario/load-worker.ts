/** What a worker thread does with a long text: loads it, once, and sends back what came of it. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadScenario } from './load.ts';

/** What such a worker is made for. */
export interface LoadTask {
  readonly text: string;
  readonly fileName: string;
}

/** Posts one `LoadedScenario`; scenarios and problems are plain data. */
export function serveLoad(): void {
  // The YAML library asks for a variable at every token, and Node looks it up again each time; a plain object answers at once.
  process.env = { ...process.env };
  const port = parentPort as MessagePort;
  const { text, fileName } = workerData as LoadTask;
  port.postMessage(loadScenario(text, fileName));
}
