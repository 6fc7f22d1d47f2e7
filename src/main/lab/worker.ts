/** What a worker thread does: plays the blocks it is sent, and sends back what came of each. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Experiment, Player } from './experiment.ts';
import type { Block } from './run-experiment.ts';

/** Serves blocks until the thread is ended. */
export function serveBlocks(): void {
  const port = parentPort as MessagePort;
  const player = new Player(workerData as Experiment);
  port.on('message', ({ from, to }: Block) => {
    const { state } = player.play(from, to);
    const buffers = state.tallies.flatMap(({ connection, end, silence }) => [
      connection.buffer as ArrayBuffer,
      end.buffer as ArrayBuffer,
      silence.buffer as ArrayBuffer,
    ]);
    port.postMessage(state, buffers);
  });
}
