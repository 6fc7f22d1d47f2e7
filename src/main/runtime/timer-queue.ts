/**
 * What is scheduled, soonest first. Each owner (an Action, a planned launch, a planned response) sets all its timers at
 * once; a timer that is no longer wanted stays in the heap, marked, until it comes to the top or there are more of its kind than
 * of those that are wanted: going back and forth drops many that never come to the top.
 */
import { compareTimers, type Timer } from '../../engine/timers.ts';

interface Entry {
  readonly timer: Timer;
  live: boolean;
}

export class TimerQueue {
  #heap: Entry[] = [];
  readonly #byOwner = new Map<string, Entry[]>();
  #size = 0;

  /** How many places the heap takes, those of timers that are no longer wanted too. */
  get heldCount(): number {
    return this.#heap.length;
  }
  /** How many timers wait. */
  get size(): number {
    return this.#size;
  }

  /** Replaces the timers of `owner`; an empty list removes them. One that stays the same is left where it is. */
  set(owner: string, timers: readonly Timer[]): void {
    const before = this.#byOwner.get(owner) ?? NONE;
    if (before.length === 0 && timers.length === 0) return;
    const after = timers.map((timer) => before.find((entry) => isSame(entry.timer, timer)) ?? this.#add(timer));
    for (const entry of before) if (!after.includes(entry)) this.#drop(entry);
    if (after.length > 0) this.#byOwner.set(owner, after);
    else this.#byOwner.delete(owner);
  }

  /** The timer that happens first, or `undefined`. */
  peek(): Timer | undefined {
    let top = this.#heap[0];
    while (top !== undefined && !top.live) {
      this.#removeTop();
      top = this.#heap[0];
    }
    return top?.timer;
  }

  /** The next `count` timers in order; for showing, not for running. */
  head(count: number): Timer[] {
    return this.#live().sort(compareTimers).slice(0, count);
  }

  /** The first timer for which `wanted` holds. */
  find(wanted: (timer: Timer) => boolean): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#live()) if (wanted(timer) && (!first || compareTimers(timer, first) < 0)) first = timer;
    return first;
  }

  #live(): Timer[] {
    return this.#heap.flatMap((entry) => (entry.live ? [entry.timer] : []));
  }

  #drop(entry: Entry): void {
    entry.live = false;
    this.#size -= 1;
    if (this.#heap.length > 2 * this.#size + DEAD_KEPT) this.#sweep();
  }

  /** Drops all that is marked; what is sorted is a heap. */
  #sweep(): void {
    const live = this.#heap.filter((entry) => entry.live).sort((left, right) => compareTimers(left.timer, right.timer));
    this.#heap = live;
  }

  #add(timer: Timer): Entry {
    const entry = { timer, live: true };
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as Entry;
      if (compareTimers(above.timer, timer) <= 0) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
    this.#size += 1;
    return entry;
  }

  #removeTop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const right = child + 1;
      if (child >= heap.length) break;
      if (right < heap.length && compareTimers((heap[right] as Entry).timer, (heap[child] as Entry).timer) < 0)
        child = right;
      const below = heap[child] as Entry;
      if (compareTimers(last.timer, below.timer) <= 0) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
  }
}

const NONE: readonly Entry[] = [];
/** So few need no sweeping. */
const DEAD_KEPT = 1_000;

function isSame(left: Timer, right: Timer): boolean {
  return compareTimers(left, right) === 0;
}
