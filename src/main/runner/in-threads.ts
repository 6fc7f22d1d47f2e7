/**
 * Plays files in threads, several at a time, and gives up a scenario that takes too long. None is played in this thread: whatever the
 * others do, it writes the reports.
 */
import { Worker } from 'node:worker_threads';
import { formatDuration } from '../../shared/duration.ts';
import { withPlace } from '../scenario/play.ts';
import type { Failure, ScenarioResult } from '../scenario/result.ts';
import type { Asked, Begun, FileToPlay, Played } from './play-file.ts';
import type { FileEvent } from './play-files.ts';
import { Queue } from './queue.ts';

/** What a thread is told when it is made. */
export interface ThreadTask {
  readonly asked: Asked;
  readonly files: readonly FileToPlay[];
  /** How many of the files are taken: its only number. Whoever plays takes the next one by adding 1, so nobody waits for another. */
  readonly taken: Int32Array;
  /** The index of a file that it is to begin with, taken before; `null` for none. */
  readonly first: number | null;
  /** How many steps of the scenario it plays it has taken: its only number. */
  readonly stepsTaken: Int32Array;
}

/** What it says: what happens in its files, and that it begins to read one. */
export type ThreadMessage = FileEvent | { readonly file: number; readonly event: 'reading' };

export interface ThreadsOptions {
  readonly workerUrl: URL;
  /** How many files are played at a time. */
  readonly count: number;
  /** Real milliseconds that a scenario may take, and the reading of a file; `null` for as long as it takes. */
  readonly timeoutMs: number | null;
}

/** The events of all files; those of one file in order. Ending the iteration ends the threads. */
export async function* playInThreads(
  files: readonly FileToPlay[],
  asked: Asked,
  options: ThreadsOptions,
): AsyncGenerator<FileEvent> {
  const queue = new Queue<FileEvent>();
  const taken = shared();
  const count = Math.min(options.count, files.length);
  const threads = Array.from({ length: count }, () => new Thread({ asked, files, taken }, options, queue));
  Promise.all(threads.map((thread) => thread.playAll())).then(
    () => queue.end(),
    (error: unknown) => queue.fail(error),
  );
  try {
    yield* queue;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

const shared = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Where in the files a thread begins. */
interface Start {
  readonly first: number | null;
  /** How many scenarios of that file are over. */
  readonly from: number;
}

/** One thread after another: who is given up is replaced. */
class Thread {
  readonly #task: Pick<ThreadTask, 'asked' | 'files' | 'taken'>;
  readonly #options: ThreadsOptions;
  readonly #queue: Queue<FileEvent>;
  #worker: Worker | null = null;
  #isEnded = false;

  constructor(task: Pick<ThreadTask, 'asked' | 'files' | 'taken'>, options: ThreadsOptions, queue: Queue<FileEvent>) {
    this.#task = task;
    this.#options = options;
    this.#queue = queue;
  }

  /** Plays until no file is left. */
  async playAll(): Promise<void> {
    let start: Start | null = { first: null, from: 0 };
    while (start !== null && !this.#isEnded) start = await this.#playFrom(start);
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#worker?.terminate();
  }

  /** Plays to the end (`null`), or gives up a scenario: where to go on then. */
  async #playFrom({ first, from }: Start): Promise<Start | null> {
    const { timeoutMs, workerUrl } = this.#options;
    const stepsTaken = shared();
    const files = this.#task.files.map((file, index) => (index === first ? { ...file, from } : file));
    const worker = new Worker(workerUrl, { workerData: { ...this.#task, files, first, stepsTaken } });
    this.#worker = worker;
    const left = await new Promise<Start | null>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      worker.on('message', ({ file, event }: ThreadMessage) => {
        clearTimeout(timer);
        if (event !== 'reading') this.#queue.put({ file, event });
        const isOver = event === 'done' || (event !== 'reading' && event.type === 'played');
        if (isOver || timeoutMs === null) return;
        timer = setTimeout(() => {
          worker.removeAllListeners('message');
          const played =
            event === 'reading'
              ? this.#neverRead(file, timeoutMs)
              : this.#givenUp(file, event.scenario, timeoutMs, stepsTaken[0] ?? 0);
          this.#queue.put({ file, event: { type: 'played', played } });
          if (event !== 'reading') return resolve({ first: file, from: event.number });
          this.#queue.put({ file, event: 'done' });
          resolve({ first: null, from: 0 });
        }, timeoutMs);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(timer);
        resolve(null);
      });
    });
    if (left !== null) await worker.terminate();
    return left;
  }

  #givenUp(file: number, begun: Begun, timeoutMs: number, stepsTaken: number): Played {
    const failure: Failure = {
      step: Math.min(stepsTaken + 1, begun.stepLines.length),
      path: 'timeout',
      expected: `the scenario ends within ${formatDuration(timeoutMs)}`,
      actual: 'it was at this step',
    };
    const { title, seed } = begun;
    const { transport } = this.#task.asked;
    return this.#failed(file, title, withPlace(failure, begun), { seed, transport, wallMs: timeoutMs });
  }

  /** A file that takes too long to read, with all that it includes: nothing of it ran. */
  #neverRead(file: number, timeoutMs: number): Played {
    const expected = `the file is read within ${formatDuration(timeoutMs)}`;
    const failure: Failure = { step: null, path: 'timeout', expected, actual: 'it was being read' };
    return this.#failed(file, this.#nameOf(file), failure, { wallMs: timeoutMs });
  }

  #failed(
    file: number,
    title: string,
    failure: Failure,
    rest: Pick<ScenarioResult, 'seed' | 'transport' | 'wallMs'>,
  ): Played {
    const found = { file: this.#nameOf(file), title, passed: false, failures: [failure], warnings: [] };
    return { result: { ...found, virtualDurationMs: 0, ...rest }, trace: null, exercised: null };
  }

  #nameOf(file: number): string {
    return this.#task.files[file]?.file ?? '';
  }
}
