/**
 * When the workspace is saved. Acts never wait for it: their answers depend on the journal alone. A save that fails is reported, once,
 * and tried again after a while that grows, whether or not anything is done meanwhile.
 */
import type { Saving } from '../runtime/ports.ts';
import { WorkspaceReplaced } from '../runtime/workspace-replaced.ts';
import { type Later, realLater } from './real-later.ts';

export interface SaverOptions {
  /** Takes the workspace down, while nothing in it changes. */
  readonly begin: () => Promise<Saving>;
  /** How many journal entries the stored document does not hold. */
  readonly journalledCount: () => number;
  /** So many entries are journalled before a save, unless the last one wrote more than that. */
  readonly saveAfterEntries: number;
  /** Told whenever `problem` has changed. */
  readonly onChange: () => void;
  /** How a failed save waits to be tried again. Default: the computer's clock. */
  readonly later?: Later;
}

/** Real milliseconds until a failed save is tried again: at first, and at the most. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A journal that is longer takes too long to be read when the app is opened. */
const MOST_ENTRIES = 100_000;

export class Saver {
  readonly #options: SaverOptions;
  #running: Promise<void> | null = null;
  /** Begins when the one that runs has ended. */
  #next: Promise<void> | null = null;
  #problem: string | null = null;
  #waitMs = 0;
  /** Calls off the next try; `null` where none waits. */
  #callOff: (() => void) | null = null;
  #isStopped = false;
  #writtenCount = 0;

  constructor(options: SaverOptions) {
    this.#options = options;
  }

  /** Why the last save failed, in a sentence; `null` where it did not. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Begins a save where enough was journalled since the last one; nobody waits for it. */
  saveIfDue(): void {
    const { journalledCount, saveAfterEntries } = this.#options;
    const isDue = journalledCount() > Math.max(saveAfterEntries, Math.min(this.#writtenCount, MOST_ENTRIES));
    if (!isDue || this.#running !== null || this.#callOff !== null) return;
    // Whoever looks is told of a failure; it is tried again.
    this.save().catch(() => undefined);
  }

  /** Saves all that is there now; after the save that runs, if one does. Rejects where it fails. */
  save(): Promise<void> {
    // One that has not begun yet will hold it too.
    if (this.#next !== null) return this.#next;
    if (this.#running === null) return this.#start();
    this.#next = this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.#start();
      });
    return this.#next;
  }

  #start(): Promise<void> {
    this.#running = this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    this.#wait(null);
    try {
      const { writtenCount } = await (await this.#options.begin()).write();
      this.#writtenCount = writtenCount;
      this.#waitMs = 0;
      this.#say(null);
    } catch (error) {
      // Whoever opened another workspace has stored it.
      if (error instanceof WorkspaceReplaced) throw error;
      this.#waitMs = Math.min(Math.max(FIRST_WAIT_MS, 2 * this.#waitMs), LONGEST_WAIT_MS);
      this.#wait(this.#waitMs);
      this.#say(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /** Tries no failed save again: for when the workspace is closed. */
  stop(): void {
    this.#isStopped = true;
    this.#wait(null);
  }

  /** Something could not be kept, and who asked for it does not wait for an answer. */
  failed(sentence: string): void {
    this.#say(sentence);
  }

  #wait(ms: number | null): void {
    this.#callOff?.();
    this.#callOff = null;
    if (ms === null || this.#isStopped) return;
    const { later = realLater } = this.#options;
    this.#callOff = later(ms, () => {
      this.#callOff = null;
      this.save().catch(() => undefined);
    });
  }

  #say(problem: string | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#options.onChange();
  }
}
