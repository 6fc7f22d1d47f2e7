/**
 * One subscriber's stream: a snapshot, then batches that continue it, at most thirty times a second. Pulled by whoever
 * reads it: what a slow reader has not taken waits here, and where that grows too long a new snapshot takes its place.
 */

import type { Fact } from '../../shared/facts.ts';
import type { StreamMessage, WorkspaceState } from '../../shared/stream.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import { worldToJson } from '../../shared/world-json.ts';
import type { Simulator, SimulatorEvent } from '../simulator.ts';
import { plainJson } from './plain-json.ts';

/** Real milliseconds between two deliveries. */
export const DELIVERY_INTERVAL_MS = 33;
/** More waiting facts, or keys that differ, than this cost more than a snapshot. */
export const WAITING_FACTS_LIMIT = 50_000;

/** What a subscriber reads when it joins, and the events that continue it. */
export type EventSource = Pick<
  Simulator,
  'workspace' | 'hadWorkspace' | 'clock' | 'player' | 'lesson' | 'presenter' | 'switcher'
>;

/** Ends when `signal` aborts; subscribes on the first pull and unsubscribes at its end. */
export async function* eventStream(source: EventSource, signal?: AbortSignal): AsyncGenerator<StreamMessage, void> {
  const waiting = new Waiting(source);
  const alarm = new Alarm(signal);
  const unsubscribe = source.workspace.subscribe((event) => {
    waiting.add(event);
    alarm.ring();
  });
  try {
    let number = 0;
    let toldSeq = 0;
    while (!signal?.aborted) {
      const deliveredAt = performance.now();
      // A snapshot holds what the world holds: it waits until all of that is on disk.
      const taken = waiting.needsSnapshot ? await source.workspace.look(() => waiting.take()) : waiting.take();
      for (const [index, message] of taken.messages.entries()) {
        number += 1;
        // Only with the last one all of it is known.
        if (index === taken.messages.length - 1) toldSeq = taken.toldSeq;
        yield { ...message, number, toldSeq };
      }
      while (waiting.isEmpty && !signal?.aborted) await alarm.rung();
      await alarm.wait(deliveredAt + DELIVERY_INTERVAL_MS - performance.now());
    }
  } finally {
    unsubscribe();
    alarm.dispose();
  }
}

type Unnumbered<M> = M extends unknown ? Omit<M, 'number' | 'toldSeq'> : never;

/** What is delivered together, and up to which event that is everything. */
interface Taken {
  readonly messages: readonly Unnumbered<StreamMessage>[];
  readonly toldSeq: number;
}

/** Facts in a row, or what is different where one went. */
type Part = Fact[] | WorldChanges;

/** What happened since the last delivery. */
class Waiting {
  readonly #source: EventSource;
  #isSnapshotNeeded = true;
  #isClockChanged = false;
  #isPlayerChanged = false;
  #isPresenterChanged = false;
  #isWorkspaceChanged = false;
  /** In the order in which it happened. */
  #parts: Part[] = [];
  #size = 0;

  constructor(source: EventSource) {
    this.#source = source;
  }

  get needsSnapshot(): boolean {
    return this.#isSnapshotNeeded;
  }

  get isEmpty(): boolean {
    const isChanged =
      this.#isClockChanged || this.#isPlayerChanged || this.#isPresenterChanged || this.#isWorkspaceChanged;
    return !(this.#isSnapshotNeeded || isChanged || this.#parts.length > 0);
  }

  add(event: SimulatorEvent): void {
    if (event.type === 'replaced') this.#needSnapshot();
    if (this.#isSnapshotNeeded) return;
    if (event.type === 'facts') this.#addFacts(event.facts);
    else if (event.type === 'changed') this.#add(event.changes, sizeOf(event.changes));
    else if (event.type === 'clock') this.#isClockChanged = true;
    else if (event.type === 'workspace') this.#isWorkspaceChanged = true;
    else if (event.type === 'presenter') this.#isPresenterChanged = true;
    else this.#isPlayerChanged = true;
  }

  take(): Taken {
    return { messages: this.#messages(), toldSeq: this.#source.workspace.toldSeq };
  }

  #messages(): Unnumbered<StreamMessage>[] {
    const source = this.#source;
    if (this.#isSnapshotNeeded) {
      this.#forget();
      this.#isSnapshotNeeded = false;
      const { recovered, world } = source.workspace;
      const [workspace, clock, player] = [workspaceOf(source), source.clock.state(), source.player.state()];
      const [lesson, presenter] = [source.lesson.state(), source.presenter.state()];
      const json = plainJson(worldToJson(world));
      return [{ type: 'snapshot', workspace, world: json, clock, player, lesson, presenter, recovered }];
    }
    const messages: Unnumbered<StreamMessage>[] = [];
    const clock = this.#isClockChanged ? source.clock.state() : null;
    if (clock !== null) {
      for (const part of this.#parts.length > 0 ? this.#parts : [[]]) {
        messages.push(
          isFacts(part)
            ? { type: 'batch', facts: plainJson(part), clock }
            : { type: 'changed', changes: plainJson(part), clock },
        );
      }
    }
    if (this.#isPlayerChanged) {
      messages.push({ type: 'player', player: source.player.state(), lesson: source.lesson.state() });
    }
    if (this.#isPresenterChanged) messages.push({ type: 'presenter', presenter: source.presenter.state() });
    if (this.#isWorkspaceChanged) messages.push({ type: 'workspace', workspace: workspaceOf(source) });
    this.#forget();
    return messages;
  }

  #addFacts(facts: readonly Fact[]): void {
    const last = this.#parts.at(-1);
    if (last === undefined || !isFacts(last)) {
      this.#add([...facts], facts.length);
      return;
    }
    for (const fact of facts) last.push(fact);
    this.#grow(facts.length);
  }

  #add(part: Part, size: number): void {
    this.#parts.push(part);
    this.#grow(size);
  }

  #grow(size: number): void {
    // Whatever happened moves the clock bar too: what waits, what is next.
    this.#isClockChanged = true;
    this.#size += size;
    if (this.#size > WAITING_FACTS_LIMIT) this.#needSnapshot();
  }

  #needSnapshot(): void {
    this.#forget();
    this.#isSnapshotNeeded = true;
  }

  #forget(): void {
    this.#parts = [];
    this.#size = 0;
    this.#isClockChanged = false;
    this.#isPlayerChanged = false;
    this.#isPresenterChanged = false;
    this.#isWorkspaceChanged = false;
  }
}

const workspaceOf = ({ workspace, switcher, hadWorkspace }: EventSource): WorkspaceState => ({
  id: switcher.openId,
  name: workspace.title,
  backTo: switcher.wayBack?.name ?? null,
  isFirstStart: !hadWorkspace,
});

const isFacts = (part: Part): part is Fact[] => Array.isArray(part);

/** How many keys differ, and elements of lists. */
function sizeOf({ whole, entries, grown }: WorldChanges): number {
  let size = 0;
  for (const each of Object.values(whole)) size += each.length;
  for (const { removed, set } of Object.values(entries)) size += removed.length + set.length;
  for (const lists of Object.values(grown)) for (const [, , tail] of lists) size += 1 + tail.length;
  return size;
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
