/** Plays an experiment in worker threads, a block of trials at a time, and adds up what comes back. */
import { Worker } from 'node:worker_threads';
import { type Experiment, Player, Result, type ResultState } from '../../lab/experiment.ts';
import type { Block, WorkerTask } from './worker-task.ts';

/** How far an experiment is. */
export interface Progress {
  readonly playedCount: number;
  readonly trialCount: number;
  /** Real time since it began. */
  readonly wallMs: number;
  /** What came of it so far; it goes on changing. */
  readonly result: Result;
}

export interface RunOptions extends Block {
  readonly experiment: Experiment;
  /** At least 1. The result does not depend on it. */
  readonly workerCount: number;
  /** The file that workers run (`lab-worker`); `null` plays in this thread, which gets a breath after each block. */
  readonly workerUrl: URL | null;
  /** Ends it early: what there is by then is the result. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Lives that are played sooner than a thread is started. */
const LIVES_WITHOUT_THREADS = 50_000;
const FIRST_BLOCK_LIVES = 50_000;
/** Blocks grow until one takes about this long: often enough for progress, seldom enough to cost nothing. */
const BLOCK_MS = 150;

/** Resolves to what came of all trials, or of those played before `signal` ended it. */
export async function runExperiment(options: RunOptions): Promise<Progress> {
  const { experiment, from, to } = options;
  const run = new Run(options);
  const { workerUrl } = options;
  if (workerUrl === null || (to - from) * experiment.variants.length <= LIVES_WITHOUT_THREADS) {
    await playHere(run, experiment);
  } else {
    await Promise.all(Array.from({ length: options.workerCount }, () => playInWorker(run, workerUrl, options)));
  }
  return run.progress;
}

/** Which trials are still to be played, and what came of the others. */
class Run {
  readonly #options: RunOptions;
  readonly #result: Result;
  readonly #startedAt = performance.now();
  #next: number;
  #blockSize: number;
  #playedCount = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#result = new Result(options.experiment);
    this.#next = options.from;
    this.#blockSize = Math.max(1, Math.ceil(FIRST_BLOCK_LIVES / options.experiment.variants.length));
  }

  get progress(): Progress {
    const { from, to } = this.#options;
    const wallMs = performance.now() - this.#startedAt;
    return { playedCount: this.#playedCount, trialCount: to - from, wallMs, result: this.#result };
  }

  /** The next block; `null` where nothing is left or it was cancelled. */
  take(): Block | null {
    const { to, signal } = this.#options;
    const from = this.#next;
    if (from >= to || signal?.aborted === true) return null;
    this.#next = Math.min(from + this.#blockSize, to);
    return { from, to: this.#next };
  }

  add({ from, to }: Block, state: ResultState, tookMs = 0): void {
    this.#result.merge(state);
    this.#playedCount += to - from;
    if (tookMs > 0 && tookMs < BLOCK_MS) this.#blockSize = Math.ceil(this.#blockSize * Math.min(BLOCK_MS / tookMs, 4));
    this.#options.onProgress?.(this.progress);
  }
}

async function playHere(run: Run, experiment: Experiment): Promise<void> {
  const player = new Player(experiment);
  for (let block = run.take(); block !== null; block = run.take()) {
    run.add(block, player.play(block.from, block.to).state);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function playInWorker(run: Run, workerUrl: URL, { experiment, signal }: RunOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const first = run.take();
    if (first === null) {
      resolve();
      return;
    }
    let block = first;
    let sentAt = performance.now();
    const worker = new Worker(workerUrl, { workerData: { trials: experiment } satisfies WorkerTask });
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', cancel);
      settle();
      void worker.terminate();
    };
    const cancel = () => end(resolve);
    const send = (next: Block) => {
      block = next;
      sentAt = performance.now();
      worker.postMessage(block);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (state: ResultState) => {
      run.add(block, state, performance.now() - sentAt);
      const next = run.take();
      if (next === null) end(resolve);
      else send(next);
    });
    worker.on('error', (error) => end(() => reject(error)));
    send(first);
  });
}
