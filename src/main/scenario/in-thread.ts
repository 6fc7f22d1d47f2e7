/** What takes long with a scenario's text is done in a thread of its own, for a limited time. */
import { Worker } from 'node:worker_threads';
import { formatDuration } from '../../shared/duration.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { Reading } from './files-beside.ts';
import type { Fault } from './problem.ts';

/** A text that is read, or played too. */
interface TextTask {
  readonly does: 'load' | 'rehearse';
  readonly text: string;
  readonly fileName: string;
  readonly reading?: Reading;
}

/** Scenarios that are played to find out what each exercises. */
export interface ExerciseTask {
  readonly does: 'exercise';
  readonly scenarios: readonly { readonly file: string; readonly scenario: Scenario }[];
}

/** What a thread is made for. */
export type ScenarioTask = TextTask | ExerciseTask;

export interface ThreadOptions {
  /** Real milliseconds that it may take. */
  readonly limitMs: number;
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined;
}

/** Why a thread did not come to its end. */
export interface Unfinished {
  readonly fault: Omit<Fault, 'path'>;
}

const ENDED: Unfinished = { fault: { what: 'the app was closed before the file was read' } };
const SMALLER = 'a smaller file';
const WHAT = { load: 'read', rehearse: 'played to its end', exercise: 'played to its end' } as const;

/** What the thread sends back. A thread that ends without a word is a bug. */
export async function inThread<T>(workerUrl: URL, task: ScenarioTask, options: ThreadOptions): Promise<T | Unfinished> {
  const { limitMs, signal } = options;
  if (signal?.aborted === true) return ENDED;
  const worker = new Worker(workerUrl, { workerData: task });
  return new Promise<T | Unfinished>((resolve, reject) => {
    const what = `not ${WHAT[task.does]} within ${formatDuration(limitMs)}`;
    const onLimit = () => resolve({ fault: task.does === 'load' ? { what, expected: SMALLER } : { what } });
    AbortSignal.timeout(limitMs).addEventListener('abort', onLimit, { once: true });
    const end = () => resolve(ENDED);
    signal?.addEventListener('abort', end, { once: true });
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isTooLarge) resolve({ fault: { what: 'reading it takes too much memory', expected: SMALLER } });
      else reject(error);
    });
    // Comes after a message or an error, if there is one: a thread that only ends has said nothing.
    worker.once('exit', (code) => reject(new Error(`the thread that was to ${task.does} ended with ${code}`)));
    worker.once('exit', () => signal?.removeEventListener('abort', end));
  }).finally(() => worker.terminate());
}
