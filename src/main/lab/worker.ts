/** What a worker thread does: plays the blocks of trials, or the days, it is asked for, and sends back what came of each. */
import { setFlagsFromString } from 'node:v8';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Experiment, Player } from '../../lab/experiment.ts';
import type { DayPlan } from './day.ts';
import { playDayPair } from './day-pair.ts';
import type { Block, WorkerTask } from './worker-task.ts';

/**
 * A life goes through a dozen small functions that the engine and the simulated API share with the runtime. V8 inlines only so much
 * of them by default; with more, a quarter of the time is saved (measured with `npm run bench -- lab`).
 */
const INLINING = '--max-inlined-bytecode-size-cumulative=4000';

/** Serves until the thread is ended. */
export function serveLab(): void {
  setFlagsFromString(INLINING);
  const port = parentPort as MessagePort;
  const task = workerData as WorkerTask;
  if ('trials' in task) servesBlocks(port, task.trials);
  else servesDays(port, task.days);
}

function servesBlocks(port: MessagePort, experiment: Experiment): void {
  const player = new Player(experiment);
  port.on('message', ({ from, to }: Block) => {
    const { state } = player.play(from, to);
    const buffers = state.tallies.flatMap(({ connection, end, silence, success }) => [
      connection.buffer as ArrayBuffer,
      end.buffer as ArrayBuffer,
      silence.buffer as ArrayBuffer,
      ...(success === null ? [] : [success.buffer as ArrayBuffer]),
    ]);
    port.postMessage(state, buffers);
  });
}

function servesDays(port: MessagePort, plan: DayPlan): void {
  port.on('message', async (index: number) => {
    port.postMessage(await playDayPair(plan, index));
  });
}
