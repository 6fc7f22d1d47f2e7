/** Jobs that run one after the other, in the order in which they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `job` after all that came before it; one that fails tells its own caller, and the next one runs. */
  take<T>(job: () => Promise<T>): Promise<T> {
    const run = this.#last.then(job);
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Resolves when the jobs asked for so far have ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
