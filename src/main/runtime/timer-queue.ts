/**
 * What is scheduled, soonest first. Each owner (an Action, a planned launch, a planned response) sets all its timers at
 * once; a timer that is no longer wanted stays in the heap, marked, until it comes to the top or there are more of its kind than
 * of those that are wanted: going back and forth drops many that never come to the top.
 */
import { compareTimers, type Timer } from '../../engine/clocks/timers.ts';
import { TimerHeap } from './timer-heap.ts';

interface Entry {
  readonly timer: Timer;
  live: boolean;
}

export class TimerQueue {
  #heap = new TimerHeap<Entry>();
  readonly #byOwner = new Map<string, Entry[]>();
  #size = 0;

  /** How many slots the heap takes, those of timers that are no longer wanted too. */
  get heldCount(): number {
    return this.#heap.entries.length;
  }
  /** How many timers wait. */
  get size(): number {
    return this.#size;
  }

  /** Replaces the timers of `owner`; an empty list removes them. One that stays the same is left where it is. */
  set(owner: string, timers: readonly Timer[]): void {
    const entries = this.#byOwner.get(owner);
    if (entries === undefined) {
      if (timers.length > 0) this.#byOwner.set(owner, this.#addAll(timers));
      return;
    }
    const before = entries.length;
    // What is wanted now goes behind what was, and then takes its place.
    for (const timer of timers) entries.push(take(entries, before, timer) ?? this.#add(timer));
    for (let index = 0; index < before; index += 1) {
      const entry = entries[index] as Entry;
      if (!entries.includes(entry, before)) this.#drop(entry);
    }
    entries.copyWithin(0, before);
    for (let index = 0; index < before; index += 1) entries.pop();
    if (entries.length === 0) this.#byOwner.delete(owner);
  }

  /** The timer that happens first, or `undefined`. */
  peek(): Timer | undefined {
    let { top } = this.#heap;
    while (top !== undefined && !top.live) {
      this.#heap.removeTop();
      ({ top } = this.#heap);
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
    return this.#heap.entries.flatMap((entry) => (entry.live ? [entry.timer] : []));
  }

  #addAll(timers: readonly Timer[]): Entry[] {
    const entries: Entry[] = [];
    for (const timer of timers) entries.push(this.#add(timer));
    return entries;
  }

  #add(timer: Timer): Entry {
    const entry = { timer, live: true };
    this.#heap.add(entry);
    this.#size += 1;
    return entry;
  }

  #drop(entry: Entry): void {
    entry.live = false;
    this.#size -= 1;
    if (this.#heap.entries.length > 2 * this.#size + DEAD_KEPT) this.#sweep();
  }

  /** Drops all that is marked. */
  #sweep(): void {
    const swept = new TimerHeap<Entry>();
    for (const entry of this.#heap.entries) if (entry.live) swept.add(entry);
    this.#heap = swept;
  }
}

/** So few need no sweeping. */
const DEAD_KEPT = 1_000;

/** The one among the first `count` entries whose timer is the same. */
function take(entries: readonly Entry[], count: number, timer: Timer): Entry | undefined {
  for (let index = 0; index < count; index += 1) {
    const entry = entries[index];
    if (entry !== undefined && compareTimers(entry.timer, timer) === 0) return entry;
  }
  return undefined;
}
