/** Pauses in long work, so that others get their turns: a large save at a stroke would hold up every window. */

/** Real milliseconds of work between two pauses. */
const WORK_MS = 8;

export class Breath {
  #startedAt = performance.now();

  /** Whether it is time for a pause. */
  get isDue(): boolean {
    return performance.now() - this.#startedAt > WORK_MS;
  }

  /** Lets others have their turns. */
  async take(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#startedAt = performance.now();
  }
}
