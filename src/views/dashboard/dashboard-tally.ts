/**
 * What happened in the workspace so far, over virtual time, from the facts: endings, launches, queues, calls. Takes one fact at a time at a
 * cost that does not depend on how many there were. The facts of one Action or Case must come in their order; those of different ones
 * may come in any, so that a world's timelines can be read one after the other, and whatever happens next be added.
 */
import type { Fact, FactOf } from '../../shared/facts.ts';
import type { ActionRef, Instant } from '../../shared/model.ts';
import { RESOLUTION_METHODS, type ResolutionMethod } from '../../shared/words.ts';
import type { World } from '../../shared/world.ts';
import { type Series, TimeBins } from './time-bins.ts';

/** A queue, or what is in none. */
interface Queue {
  /** How many came, less those that left. */
  readonly moved: Series;
  /** At the end of each bin: since when the one that left later had been there, of those the oldest. */
  readonly left: Series;
  /** Since when the one that has been there longest has; `null` where that must be looked up. */
  oldest: Instant | null;
}

interface Stay {
  readonly queue: Queue;
  readonly since: Instant;
}

interface Calls {
  readonly connected: Series;
  readonly failed: Series;
}

interface QueueSeries {
  /** `null` is in no queue. */
  readonly queue: string | null;
  /** How many Actions were in it at the end of each bin; the last one is now. */
  readonly lengths: readonly number[];
  /** How long the one that was in it longest had been, in milliseconds; `null` where none was. */
  readonly oldestMs: readonly (number | null)[];
}

interface CallSeries {
  readonly externalApi: string;
  /** Calls that ended in each bin. */
  readonly connected: readonly number[];
  readonly failed: readonly number[];
}

/** What the dashboard shows; all lists have one value for each bin. */
export interface DashboardView {
  readonly startAt: Instant;
  readonly now: Instant;
  /** How long a bin is, in milliseconds; the last one may not be over. */
  readonly binMs: number;
  readonly binCount: number;
  readonly actionsLaunched: readonly number[];
  readonly casesLaunched: readonly number[];
  readonly casesClosed: readonly number[];
  /** Actions closed, by how; those that never happened are left out. */
  readonly endings: readonly { readonly resolutionMethod: ResolutionMethod; readonly counts: readonly number[] }[];
  /** Those that had something in them. */
  readonly queues: readonly QueueSeries[];
  /** Those that were called. */
  readonly apis: readonly CallSeries[];
}

export class DashboardTally {
  readonly #bins: TimeBins;
  readonly #actionsLaunched: Series;
  readonly #casesLaunched: Series;
  readonly #casesClosed: Series;
  readonly #endings: ReadonlyMap<ResolutionMethod, Series>;
  readonly #queues = new Map<string | null, Queue>();
  readonly #stays = new Map<ActionRef, Stay>();
  readonly #apis = new Map<string, Calls>();
  /** The calls to the External API that the call in flight of an Action goes to. */
  readonly #inFlight = new Map<ActionRef, Calls>();

  constructor(startAt: Instant) {
    const bins = new TimeBins(startAt);
    this.#bins = bins;
    this.#actionsLaunched = bins.series('sum');
    this.#casesLaunched = bins.series('sum');
    this.#casesClosed = bins.series('sum');
    this.#endings = new Map(RESOLUTION_METHODS.map((resolutionMethod) => [resolutionMethod, bins.series('sum')]));
  }

  /** All that is in a world's timelines. */
  static of(world: World): DashboardTally {
    const tally = new DashboardTally(world.startAt);
    for (const facts of world.timelines.values()) for (const fact of facts) tally.add(fact);
    return tally;
  }

  add(fact: Fact): void {
    switch (fact.type) {
      case 'actionCreated':
        this.#bins.add(this.#actionsLaunched, fact.at);
        return;
      case 'callStarted':
        this.#inFlight.set(fact.actionRef, this.#callsTo(fact.externalApi));
        return;
      case 'connected':
      case 'callFailed':
      case 'callCutOff':
        this.#callEnded(fact);
        return;
      case 'allocated':
        this.#allocated(fact);
        return;
      case 'statusChanged':
        if (fact.phase === 'closed') this.#closed(fact);
        return;
      case 'caseStatusChanged':
        if (fact.from === 'Draft') this.#bins.add(this.#casesLaunched, fact.at);
        if (fact.to === 'Closed') this.#bins.add(this.#casesClosed, fact.at);
    }
  }

  /** As it stands at `now`, which is no earlier than any fact. */
  read(now: Instant): DashboardView {
    const bins = this.#bins;
    // First, for it may make the bins wider.
    const binCount = bins.binOf(now) + 1;
    const sums = ({ values }: Series) => Array.from({ length: binCount }, (_, bin) => values[bin] ?? 0);
    this.#lookUpOldest();
    return {
      startAt: bins.startAt,
      now,
      binMs: bins.widthMs,
      binCount,
      actionsLaunched: sums(this.#actionsLaunched),
      casesLaunched: sums(this.#casesLaunched),
      casesClosed: sums(this.#casesClosed),
      endings: [...this.#endings]
        .map(([resolutionMethod, series]) => ({ resolutionMethod, counts: sums(series) }))
        .filter(({ counts }) => counts.some((count) => count > 0)),
      queues: [...this.#queues].map(([queue, { moved, left, oldest }]) => ({
        queue,
        lengths: runningSums(sums(moved)),
        oldestMs: Array.from({ length: binCount }, (_, bin) => {
          const isLast = bin === binCount - 1;
          const end = isLast ? now : bins.endOf(bin);
          const since = Math.min(oldest ?? NEVER, isLast ? NEVER : (left.values[bin] ?? NEVER));
          return since <= end ? end - since : null;
        }),
      })),
      apis: [...this.#apis].map(([externalApi, { connected, failed }]) => ({
        externalApi,
        connected: sums(connected),
        failed: sums(failed),
      })),
    };
  }

  #callsTo(externalApi: string): Calls {
    const known = this.#apis.get(externalApi);
    if (known) return known;
    const calls = { connected: this.#bins.series('sum'), failed: this.#bins.series('sum') };
    this.#apis.set(externalApi, calls);
    return calls;
  }

  #callEnded({ type, actionRef, at }: FactOf<'connected' | 'callFailed' | 'callCutOff'>): void {
    const calls = this.#inFlight.get(actionRef);
    this.#inFlight.delete(actionRef);
    // Of a call that was cut off nobody knows its result.
    if (calls === undefined || type === 'callCutOff') return;
    this.#bins.add(type === 'connected' ? calls.connected : calls.failed, at);
  }

  #closed({ actionRef, resolutionMethod, at }: FactOf<'statusChanged'>): void {
    const series = resolutionMethod === null ? undefined : this.#endings.get(resolutionMethod);
    if (series !== undefined) this.#bins.add(series, at);
    this.#leave(actionRef, at);
  }

  #queueOf(name: string | null): Queue {
    const known = this.#queues.get(name);
    if (known) return known;
    const queue: Queue = { moved: this.#bins.series('sum'), left: this.#bins.series('end'), oldest: NEVER };
    this.#queues.set(name, queue);
    return queue;
  }

  #allocated({ actionRef, queue: name, at }: FactOf<'allocated'>): void {
    const queue = this.#queueOf(name);
    // Who has it may change while it stays.
    if (this.#stays.get(actionRef)?.queue === queue) return;
    this.#leave(actionRef, at);
    this.#stays.set(actionRef, { queue, since: at });
    if (queue.oldest !== null) queue.oldest = Math.min(queue.oldest, at);
    this.#bins.add(queue.moved, at);
  }

  #leave(actionRef: ActionRef, at: Instant): void {
    const stay = this.#stays.get(actionRef);
    if (stay === undefined) return;
    const { queue, since } = stay;
    this.#stays.delete(actionRef);
    if (queue.oldest === since) queue.oldest = null;
    this.#bins.add(queue.moved, at, -1);
    // It was in the queue at the end of each bin in between.
    const until = this.#bins.binOf(at);
    const { values } = queue.left;
    for (let bin = this.#bins.binOf(since); bin < until; bin += 1) values[bin] = Math.min(values[bin] ?? NEVER, since);
  }

  /** One look at all that is in queues, where the oldest of one has left since the last. */
  #lookUpOldest(): void {
    const unknown = new Set([...this.#queues.values()].filter(({ oldest }) => oldest === null));
    if (unknown.size === 0) return;
    for (const queue of unknown) queue.oldest = NEVER;
    for (const { queue, since } of this.#stays.values()) {
      if (unknown.has(queue)) queue.oldest = Math.min(queue.oldest ?? NEVER, since);
    }
  }
}

/** Later than any instant. */
const NEVER = Number.POSITIVE_INFINITY;

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
