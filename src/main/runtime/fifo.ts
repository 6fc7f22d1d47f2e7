/** First in, first out, at the same cost however many there are: `shift` of a long array moves all that is behind it. */
export class Fifo<T> {
  #items: T[] = [];
  #start = 0;

  get length(): number {
    return this.#items.length - this.#start;
  }

  /** The one that leaves next; `undefined` if there is none. */
  get first(): T | undefined {
    return this.#items[this.#start];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let index = this.#start; index < this.#items.length; index += 1) yield this.#items[index] as T;
  }

  /** Takes the first out; `undefined` if there is none. */
  shift(): T | undefined {
    const item = this.first;
    if (this.length > 0) this.#start += 1;
    // What has left is let go of in batches as large as what stays.
    if (this.#start > this.length) {
      this.#items = this.#items.slice(this.#start);
      this.#start = 0;
    }
    return item;
  }
}
