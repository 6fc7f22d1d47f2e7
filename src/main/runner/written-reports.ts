/** Reports that are written while a run goes on: a run that is killed leaves what it had, and whole. */
import type { Played } from './play-file.ts';

/** Where a report goes. A file has only what was written last, standard output everything; devices should be written to once. */
interface Target {
  readonly kind: 'file' | 'output' | 'device';
  write(text: string): Promise<void>;
}

/** A report of all that was played so far. */
export interface Written {
  readonly target: Target;
  /** The whole text. */
  readonly render: (played: readonly Played[]) => string;
  /** What each scenario adds and what comes last, where the text grows on standard output. */
  readonly growing?: {
    readonly entry: (played: Played) => string;
    readonly closing: (played: readonly Played[]) => string;
  };
}

/** Real milliseconds between two writes of a file, at least; more where writing takes long. */
const REST_MS = 200;
const REST_PER_WRITE = 10;

/** All reports of one run. */
export class WrittenReports {
  readonly #written: readonly Written[];
  readonly #played: Played[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #restMs = REST_MS;
  #hasBegun = false;

  constructor(written: readonly Written[]) {
    this.#written = written;
  }

  /** Before the first scenario is played: what an earlier run left is not this one's. */
  async begin(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    await this.#writeFiles();
  }

  async add(played: Played): Promise<void> {
    this.#played.push(played);
    for (const { target, growing } of this.#written) {
      if (growing && target.kind === 'output') await target.write(growing.entry(played));
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#writing = this.#writing.then(() => this.#writeFiles());
      // Told by `end`.
      this.#writing.catch(() => undefined);
    }, this.#restMs);
  }

  /** Everything is written once more, whole. */
  async end(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#writing;
    for (const { target, render, growing } of this.#written) {
      const text = growing && target.kind === 'output' ? growing.closing(this.#played) : render(this.#played);
      await target.write(text);
    }
  }

  async #writeFiles(): Promise<void> {
    const startedAt = performance.now();
    for (const { target, render } of this.#written)
      if (target.kind === 'file') await target.write(render(this.#played));
    this.#restMs = Math.max(REST_MS, (performance.now() - startedAt) * REST_PER_WRITE);
  }
}
