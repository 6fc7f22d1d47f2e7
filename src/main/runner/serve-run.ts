/** What a thread of a run does: plays the files that it is sent, and sends back what happens in each. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage, ThreadTask } from './in-threads.ts';
import { type FileToPlay, playFile, type Stages } from './play-file.ts';

/** Serves until the thread is ended. */
export function serveRun(openStage: Stages['openStage']): void {
  const port = parentPort as MessagePort;
  const { asked, stepsTaken } = workerData as ThreadTask;
  const say = (message: ThreadMessage) => port.postMessage(message);
  const stages: Stages = {
    openStage,
    onTaken: (number) => {
      stepsTaken[0] = number;
    },
  };
  port.on('message', async (file: FileToPlay) => {
    for await (const event of playFile(file, asked, stages)) {
      if (event.type === 'began') stepsTaken[0] = 0;
      say(event);
    }
    say({ type: 'done' });
  });
}
