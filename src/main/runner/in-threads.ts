/** Plays files in threads, several at a time, and gives up a scenario that takes too long. */
import { Worker } from 'node:worker_threads';
import { formatDuration } from '../../shared/duration.ts';
import { withPlace } from '../scenario/play.ts';
import type { Failure, ScenarioResult } from '../scenario/result.ts';
import type { Asked, Begun, Event, FileToPlay, Played } from './play-file.ts';
import type { FileEvent } from './play-files.ts';

/** What a thread is told when it is made, and for every file. */
export interface ThreadTask {
  readonly asked: Asked;
  /** How many steps of the scenario it plays it has taken: its only number. */
  readonly stepsTaken: Int32Array;
}

/** A thread's word: an event, or that the file is done. */
export type ThreadMessage = Event | { readonly type: 'done' };

export interface ThreadsOptions {
  readonly workerUrl: URL;
  readonly count: number;
  /** Real milliseconds that a scenario may take; `null` for as long as it takes. */
  readonly timeoutMs: number | null;
}

/** The events of all files; those of one file in order. Ending the iteration ends the threads. */
export async function* playInThreads(
  files: readonly FileToPlay[],
  asked: Asked,
  options: ThreadsOptions,
): AsyncGenerator<FileEvent> {
  const queue = new Queue<FileEvent>();
  const waiting = files.map((file, index) => ({ file, index }));
  const threads = Array.from(
    { length: Math.min(options.count, files.length) },
    () => new Thread(asked, options, waiting, queue),
  );
  const played = Promise.all(threads.map((thread) => thread.playAll()));
  played.then(
    () => queue.end(),
    (error: unknown) => queue.fail(error),
  );
  try {
    yield* queue;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

interface Waiting {
  readonly file: FileToPlay;
  readonly index: number;
}

/** One thread after another: who is given up is replaced. */
class Thread {
  readonly #asked: Asked;
  readonly #options: ThreadsOptions;
  readonly #waiting: Waiting[];
  readonly #queue: Queue<FileEvent>;
  readonly #stepsTaken = new Int32Array(new SharedArrayBuffer(4));
  #worker: Worker | null = null;
  #isEnded = false;

  constructor(asked: Asked, options: ThreadsOptions, waiting: Waiting[], queue: Queue<FileEvent>) {
    this.#asked = asked;
    this.#options = options;
    this.#waiting = waiting;
    this.#queue = queue;
  }

  /** Takes file after file until none waits. */
  async playAll(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined && !this.#isEnded; next = this.#waiting.shift()) {
      let from: number | null = next.file.from;
      while (from !== null) from = await this.#play({ ...next.file, from }, next.index);
    }
    await this.end();
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#worker?.terminate();
  }

  /** Plays a file to its end (`null`), or gives up a scenario: the number of those that are over then. */
  async #play(file: FileToPlay, index: number): Promise<number | null> {
    const worker = this.#working();
    const { timeoutMs } = this.#options;
    const over = await new Promise<number | null>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const listen = (message: ThreadMessage) => {
        clearTimeout(timer);
        if (message.type === 'done') return resolve(null);
        this.#queue.put({ file: index, event: message });
        if (message.type === 'played' || timeoutMs === null) return undefined;
        timer = setTimeout(() => {
          const played = this.#givenUp(file.file, message.scenario, timeoutMs);
          this.#queue.put({ file: index, event: { type: 'played', played } });
          resolve(message.number);
        }, timeoutMs);
      };
      worker.removeAllListeners();
      worker.on('message', listen);
      worker.once('error', reject);
      worker.once('exit', () => resolve(null));
      worker.postMessage(file);
    });
    if (over !== null) {
      this.#worker = null;
      await worker.terminate();
    } else if (!this.#isEnded) this.#queue.put({ file: index, event: 'done' });
    return over;
  }

  #working(): Worker {
    const workerData: ThreadTask = { asked: this.#asked, stepsTaken: this.#stepsTaken };
    this.#worker ??= new Worker(this.#options.workerUrl, { workerData });
    return this.#worker;
  }

  #givenUp(file: string, begun: Begun, timeoutMs: number): Played {
    const failure: Failure = {
      step: Math.min((this.#stepsTaken[0] ?? 0) + 1, begun.stepLines.length),
      path: 'timeout',
      expected: `the scenario ends within ${formatDuration(timeoutMs)}`,
      actual: 'it was at this step',
    };
    const result: ScenarioResult = {
      file,
      title: begun.title,
      passed: false,
      failures: [withPlace(failure, begun)],
      warnings: [],
      seed: begun.seed,
      transport: this.#asked.transport,
      virtualDurationMs: 0,
      wallMs: timeoutMs,
    };
    return { result, trace: null, exercised: null };
  }
}

/** What some put in and one takes out, in order. */
class Queue<T> implements AsyncIterable<T> {
  readonly #items: T[] = [];
  #isEnded = false;
  #error: unknown = null;
  #wake: () => void = () => undefined;

  put(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  fail(error: unknown): void {
    this.#error = error;
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (this.#items.length > 0) yield this.#items.shift() as T;
      if (this.#error !== null) throw this.#error;
      if (this.#isEnded) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
