/** What some put in and one takes out, in order. */
export class Queue<T> implements AsyncIterable<T> {
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
