/**
 * One subscriber's stream: a snapshot, then batches that continue it, at most thirty times a second. Pulled by whoever
 * reads it: what a slow reader has not taken waits here, and where that grows too long a new snapshot takes its place.
 */
import type { StreamMessage } from '../../shared/contract.ts';
import type { Fact } from '../../shared/facts.ts';
import { worldToJson } from '../../shared/world-json.ts';
import type { SimulatorEvent } from '../simulator.ts';
import type { EventSource } from './simulator-surface.ts';

/** Real milliseconds between two deliveries. */
export const DELIVERY_INTERVAL_MS = 33;
/** More waiting facts than this cost more than a snapshot. */
export const WAITING_FACTS_LIMIT = 50_000;

/** Ends when `signal` aborts; subscribes on the first pull and unsubscribes at its end. */
export async function* eventStream(source: EventSource, signal?: AbortSignal): AsyncGenerator<StreamMessage, void> {
  const waiting = new Waiting(source);
  const alarm = new Alarm(signal);
  const unsubscribe = source.subscribe((event) => {
    waiting.add(event);
    alarm.ring();
  });
  try {
    let number = 0;
    while (!signal?.aborted) {
      const deliveredAt = performance.now();
      // A snapshot holds what the world holds: it waits until all of that is on disk.
      const messages = waiting.needsSnapshot ? await source.look(() => waiting.take()) : waiting.take();
      for (const message of messages) {
        number += 1;
        yield { ...message, number };
      }
      while (waiting.isEmpty && !signal?.aborted) await alarm.rung();
      await alarm.wait(deliveredAt + DELIVERY_INTERVAL_MS - performance.now());
    }
  } finally {
    unsubscribe();
    alarm.dispose();
  }
}

type Unnumbered<M> = M extends unknown ? Omit<M, 'number'> : never;

/** What happened since the last delivery. */
class Waiting {
  readonly #source: EventSource;
  #isSnapshotNeeded = true;
  #isClockChanged = false;
  #isPlayerChanged = false;
  #facts: Fact[] = [];

  constructor(source: EventSource) {
    this.#source = source;
  }

  get needsSnapshot(): boolean {
    return this.#isSnapshotNeeded;
  }

  get isEmpty(): boolean {
    return !(this.#isSnapshotNeeded || this.#isClockChanged || this.#isPlayerChanged || this.#facts.length > 0);
  }

  add(event: SimulatorEvent): void {
    if (event.type === 'replaced') this.#needSnapshot();
    if (this.#isSnapshotNeeded) return;
    if (event.type === 'facts') this.#addFacts(event.facts);
    else if (event.type === 'clock') this.#isClockChanged = true;
    else this.#isPlayerChanged = true;
  }

  take(): Unnumbered<StreamMessage>[] {
    const source = this.#source;
    if (this.#isSnapshotNeeded) {
      this.#forget();
      this.#isSnapshotNeeded = false;
      const { title, recovered } = source;
      const world = worldToJson(source.world);
      return [{ type: 'snapshot', title, world, clock: source.clock(), player: source.player(), recovered }];
    }
    const messages: Unnumbered<StreamMessage>[] = [];
    if (this.#isClockChanged || this.#facts.length > 0) {
      messages.push({ type: 'batch', facts: this.#facts, clock: source.clock() });
    }
    if (this.#isPlayerChanged) messages.push({ type: 'player', player: source.player() });
    this.#forget();
    return messages;
  }

  #addFacts(facts: readonly Fact[]): void {
    for (const fact of facts) this.#facts.push(fact);
    // Facts move the clock bar too: what waits, what is next.
    this.#isClockChanged = true;
    if (this.#facts.length > WAITING_FACTS_LIMIT) this.#needSnapshot();
  }

  #needSnapshot(): void {
    this.#forget();
    this.#isSnapshotNeeded = true;
  }

  #forget(): void {
    this.#facts = [];
    this.#isClockChanged = false;
    this.#isPlayerChanged = false;
  }
}

/** Wakes the stream: when something happened, when its time has come, and in any case when it is aborted. */
class Alarm {
  readonly #signal: AbortSignal | undefined;
  #wake: () => void = () => undefined;
  #endWait: () => void = () => undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    signal?.addEventListener('abort', this.#abort);
  }

  ring(): void {
    this.#wake();
  }

  /** Resolves when it rings, or when aborted. */
  rung(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Resolves after so many real milliseconds, or when aborted. */
  wait(durationMs: number): Promise<void> {
    if (durationMs <= 0 || this.#signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      this.#endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  dispose(): void {
    this.#signal?.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => {
    this.#wake();
    this.#endWait();
  };
}
