/** Loads scenario texts without keeping anybody waiting: long ones in a thread of their own, for a limited time. */
import { Worker } from 'node:worker_threads';
import { formatDuration } from '../../shared/duration.ts';
import { type LoadedScenario, loadScenario } from './load.ts';
import type { LoadTask } from './load-worker.ts';
import { type Fault, locateProblem } from './problem.ts';

export interface LoadAsideOptions {
  /** The file that the thread runs (`scenario-worker`); `null` loads in this thread, however long that takes. */
  readonly workerUrl: URL | null;
  /** Real milliseconds that a long text may take. Default 30 s. */
  readonly limitMs?: number;
  /** Ends it early; that is a problem like any other. */
  readonly signal?: AbortSignal;
}

/** UTF-16 units that are read sooner than a thread is started. */
export const SHORT_TEXT = 100_000;

const LIMIT_MS = 30_000;

/** The same as `loadScenario`; a text that takes too long or too much memory has that as its problem. */
export async function loadAside(text: string, fileName: string, options: LoadAsideOptions): Promise<LoadedScenario> {
  const { workerUrl, limitMs = LIMIT_MS, signal } = options;
  if (workerUrl === null || text.length <= SHORT_TEXT) return loadScenario(text, fileName);
  const refused = (fault: Omit<Fault, 'path'>): LoadedScenario => {
    const problem = locateProblem(fileName, { line: 1, column: 1 }, { path: [], ...fault });
    return { ok: false, problems: [problem] };
  };
  const ended = refused({ what: 'the app was closed before the file was read' });
  if (signal?.aborted === true) return ended;

  const worker = new Worker(workerUrl, { workerData: { text, fileName } satisfies LoadTask });
  return new Promise<LoadedScenario>((resolve, reject) => {
    const limit = AbortSignal.timeout(limitMs);
    const tooLong = refused({ what: `not read within ${formatDuration(limitMs)}`, expected: SMALLER });
    limit.addEventListener('abort', () => resolve(tooLong), { once: true });
    const end = () => resolve(ended);
    signal?.addEventListener('abort', end, { once: true });
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isTooLarge) resolve(refused({ what: 'reading it takes too much memory', expected: SMALLER }));
      else reject(error);
    });
    // Comes after a message or an error, if there is one: a thread that only ends has said nothing.
    worker.once('exit', (code) => reject(new Error(`the thread that reads ${fileName} ended with ${code}`)));
    worker.once('exit', () => signal?.removeEventListener('abort', end));
  }).finally(() => worker.terminate());
}

const SMALLER = 'a smaller file';
