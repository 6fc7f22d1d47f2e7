/** What a thread of a run does: plays file after file as long as there are any, and sends what happens in each. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage, ThreadTask } from './in-threads.ts';
import { type Player, playFiles } from './play-files.ts';

export async function serveRun(player: Omit<Player, 'onTaken' | 'onReading'>): Promise<void> {
  const port = parentPort as MessagePort;
  const say = (message: ThreadMessage) => port.postMessage(message);
  const { asked, files, taken, stepsTaken, first } = workerData as ThreadTask;
  const onTaken = (number: number) => {
    stepsTaken[0] = number;
  };
  const onReading = (file: number) => say({ file, event: 'reading' });
  let again = first;
  const next = () => {
    const index = again ?? Atomics.add(taken, 0, 1);
    again = null;
    return index;
  };
  for await (const event of playFiles(files, asked, { ...player, onTaken, onReading }, next)) {
    if (event.event !== 'done' && event.event.type === 'began') stepsTaken[0] = 0;
    say(event);
  }
}
