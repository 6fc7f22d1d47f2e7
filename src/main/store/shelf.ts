/**
 * Which of the many values of one kind lie in which part, and which parts have to be written again. Values are immutable and
 * timelines only grow, so that a part is up to date as long as every value in it is the very one that was written.
 */
import type { PartKind, PartRef } from './parts.ts';

/** How many values a part holds at the most. */
const VALUES_PER_PART = 256;

/** A value with all that its line is made from: itself, and for each list beside it the list and its length. */
export type Captured = readonly unknown[];

/** A run of values, and the part that holds them as they were when it was written. */
interface Written {
  readonly ref: PartRef;
  readonly values: readonly Captured[];
}

/** A run of values that is to be written. */
interface Unwritten {
  readonly sequences: readonly number[];
  readonly values: readonly Captured[];
}

export type Run = Written | Unwritten;

export class Shelf {
  readonly kind: PartKind;
  /** In order. */
  #runs: readonly Written[];

  constructor(kind: PartKind, runs: readonly Written[] = []) {
    this.kind = kind;
    this.#runs = runs;
  }

  /** Compares what is there now with what was written; `add` each value in order, then `end`. */
  survey(): Survey {
    return new Survey(this.#runs);
  }

  /** From now on these parts count as written. */
  take(runs: readonly Written[]): void {
    this.#runs = runs;
  }
}

export class Survey {
  readonly #before: readonly Written[];
  #index = 0;
  #sequences: number[] = [];
  #values: Captured[] = [];
  readonly #runs: Run[] = [];

  constructor(before: readonly Written[]) {
    this.#before = before;
  }

  add(sequence: number, value: Captured): void {
    while (sequence >= (this.#before[this.#index + 1]?.ref.from ?? Number.POSITIVE_INFINITY)) {
      this.#endRun();
      this.#index += 1;
    }
    if (this.#values.length >= VALUES_PER_PART) this.#endRun();
    this.#sequences.push(sequence);
    this.#values.push(value);
  }

  end(): readonly Run[] {
    this.#endRun();
    return this.#runs;
  }

  #endRun(): void {
    const [sequences, values] = [this.#sequences, this.#values];
    if (values.length === 0) return;
    this.#sequences = [];
    this.#values = [];
    const before = this.#before[this.#index];
    this.#runs.push(before && areSame(before.values, values) ? before : { sequences, values });
  }
}

function areSame(left: readonly Captured[], right: readonly Captured[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    const [before, now] = [left[index] as Captured, right[index] as Captured];
    for (let each = 0; each < now.length; each += 1) if (before[each] !== now[each]) return false;
  }
  return true;
}
