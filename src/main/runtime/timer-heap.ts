/**
 * Entries with their timers, soonest on top. What decides the order is in typed arrays beside them: with a hundred thousand
 * timers, looking into each timer object on the way down costs more than all else that a step does.
 */
import { compareTimers, type Timer } from '../../engine/clocks/timers.ts';

export interface HeapEntry {
  readonly timer: Timer;
}

/** Sequences are below it: so `rank` and `sequence` are one number that compares like the two. */
const SEQUENCES = 2 ** 44;

export class TimerHeap<E extends HeapEntry> {
  readonly entries: E[] = [];
  #at = new Float64Array(64);
  #order = new Float64Array(64);

  get top(): E | undefined {
    return this.entries[0];
  }

  add(entry: E): void {
    const index = this.entries.push(entry) - 1;
    if (index === this.#at.length) this.#grow();
    this.#rise(index, entry);
  }

  /** Takes the top away. */
  removeTop(): void {
    const last = this.entries.pop();
    if (last !== undefined && this.entries.length > 0) this.#sink(last);
  }

  #rise(from: number, entry: E): void {
    const { at, rank, sequence } = entry.timer;
    const order = rank * SEQUENCES + sequence;
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isAfter(parent, at, order, entry)) break;
      this.#move(parent, index);
      index = parent;
    }
    this.#put(index, at, order, entry);
  }

  #sink(entry: E): void {
    const { length } = this.entries;
    const at = this.#at[length] as number;
    const order = this.#order[length] as number;
    let index = 0;
    for (let child = 1; child < length; child = 2 * index + 1) {
      const right = child + 1;
      if (right < length && this.#isLater(child, right)) child = right;
      if (this.#isAfter(child, at, order, entry)) break;
      this.#move(child, index);
      index = child;
    }
    this.#put(index, at, order, entry);
  }

  /** Whether the entry at `index` happens after this one. */
  #isAfter(index: number, at: number, order: number, entry: E): boolean {
    const thereAt = this.#at[index] as number;
    if (thereAt !== at) return thereAt > at;
    const thereOrder = this.#order[index] as number;
    return thereOrder !== order ? thereOrder > order : compareTimers((this.entries[index] as E).timer, entry.timer) > 0;
  }

  #isLater(index: number, other: number): boolean {
    return this.#isAfter(index, this.#at[other] as number, this.#order[other] as number, this.entries[other] as E);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#at[from] as number, this.#order[from] as number, this.entries[from] as E);
  }

  #put(index: number, at: number, order: number, entry: E): void {
    this.#at[index] = at;
    this.#order[index] = order;
    this.entries[index] = entry;
  }

  #grow(): void {
    const { length } = this.#at;
    const [at, order] = [this.#at, this.#order];
    this.#at = new Float64Array(2 * length);
    this.#order = new Float64Array(2 * length);
    this.#at.set(at);
    this.#order.set(order);
  }
}
