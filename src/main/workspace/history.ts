/**
 * Going to where the workspace stood before, and forth again: in memory where the way is kept, else by what the store still has.
 * Behind the start of a workspace lies the one that it took the place of. Whoever goes somewhere before the past of a workspace
 * that was opened is read waits until it is.
 */
import type { EventPage, EventQuery, FutureComparison } from '../../shared/history-contract.ts';
import type { Past } from '../runtime/past.ts';
import type { PastReading } from '../runtime/past-reading.ts';
import type { Point } from '../runtime/point.ts';
import type { Store, Workspace } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { AsPart } from '../runtime/turns.ts';
import { eventPage } from './event-list.ts';
import { comparedFutures } from './future-list.ts';
import { silence } from './silence.ts';

/** A workspace that made way for another one, at rest. */
export interface Earlier {
  readonly workspace: Workspace;
  readonly past: Past | null;
  /** The one after it is the same, opened again. */
  readonly isReopened: boolean;
}

/** What it moves. */
export interface Travelled {
  readonly runtime: () => Runtime;
  readonly store: () => Store;
  /** The reading of its past, where it was opened from what was stored. */
  readonly reading: () => PastReading | null;
  /** Stops the play. */
  readonly stop: () => void;
  /** All is at another point, which nobody has been told of yet: stores it where the store's document lies behind that. */
  readonly arrived: (wentToSeq: number) => Promise<void>;
  /** Puts another workspace into the place of this one, which is kept as an earlier one or left for good. */
  readonly replace: (workspace: Workspace, past: Past | null, isKept: boolean) => Promise<void>;
  /** Has the turn for what may open another workspace. */
  readonly open: <T>(job: (asPart: AsPart) => Promise<T>) => Promise<T>;
}

/** An Action with its timeline takes about as much. */
const ACTION_BYTES = 4_000;

export class History {
  readonly #travelled: Travelled;
  readonly #limitBytes: number;
  readonly #earlier: Earlier[] = [];

  /** `limitBytes`: about how much the workspaces that made way may take, the last one excepted; 0 keeps none. */
  constructor(travelled: Travelled, limitBytes: number) {
    this.#travelled = travelled;
    this.#limitBytes = limitBytes;
  }

  /** Whether there is a point before the last act or move, and a way to it. */
  get canGoBack(): boolean {
    // What memory does not reach, the store may.
    return Boolean(this.#travelled.runtime().ledger.past?.origin) || this.#earlier.length > 0;
  }

  /** Keeps a workspace that has made way. */
  leave(earlier: Earlier): void {
    if (this.#limitBytes === 0) return;
    this.#earlier.push(earlier);
    const bytes = () =>
      this.#earlier.slice(0, -1).reduce((sum, { workspace }) => sum + workspace.world.actions.size * ACTION_BYTES, 0);
    while (bytes() > this.#limitBytes) this.#earlier.shift();
  }

  /** Forgets all workspaces that made way: another one was opened, which did not replace them. */
  forget(): void {
    this.#earlier.length = 0;
  }

  /** To the point before the last act or move; after a play, to where it began. False if there is none. */
  back(): Promise<boolean> {
    const { runtime, replace } = this.#travelled;
    return this.#open(async (asPart) => {
      for (;;) {
        if (await this.#go(asPart, (past) => past.origin)) return true;
        const earlier = runtime().ledger.past?.origin ? undefined : this.#earlier.pop();
        if (!earlier) return false;
        await asPart(() => replace(earlier.workspace, earlier.past, false));
        if (!earlier.isReopened) return true;
      }
    });
  }

  /** To where all was after the entry `seq`; false where that is no point that is known or still kept. */
  goTo(seq: number): Promise<boolean> {
    return this.#open(async (asPart) => seq === this.#seq || this.#go(asPart, (past) => past.at(seq), seq));
  }
  /** To the end of the event before the current one, or to the start; false at the start. */
  previous(): Promise<boolean> {
    return this.#open((asPart) => this.#go(asPart, (past) => past.previous(this.#seq)));
  }
  /** To the end of the next event that was visited already; false if there is none. */
  next(): Promise<boolean> {
    return this.#open((asPart) => this.#go(asPart, (past) => past.next(this.#seq)));
  }

  /** To a point that is chosen when its turn has come; false where it is none. */
  to(choose: (past: Past) => Point | null): Promise<boolean> {
    return this.#open((asPart) => this.#go(asPart, choose));
  }

  /** A page of what happened, when all of it that is stored is known. */
  async read(query: EventQuery): Promise<EventPage> {
    await this.#travelled.reading()?.done;
    return this.events(query);
  }

  /** A page of what happened, as far as it is known at this moment. */
  events(query: EventQuery): EventPage {
    const { ledger, now, world } = this.#travelled.runtime();
    const { past, player } = ledger;
    if (past) {
      const page = eventPage(past, { seq: this.#seq, at: now, startAt: world.startAt }, query);
      return { ...page, changed: page.changed && (silence(past, player, now, world.startAt) ?? page.changed) };
    }
    return { events: [], changed: null, startSeq: this.#seq, presentSeq: this.#seq, futures: [], droppedFuture: null };
  }

  /** To the end of a future; false if there is none with this id. */
  future(id: number): Promise<boolean> {
    return this.to(() => this.#travelled.runtime().ledger.closedPast()?.futures.byId(id)?.tip ?? null);
  }

  /** Gives a future a name, which is on disk when this resolves; false if there is none with this id. */
  nameFuture(id: number, name: string): Promise<boolean> {
    const { runtime } = this.#travelled;
    return this.#open((asPart) => asPart(() => runtime().nameFuture(id, name)));
  }

  /** Two futures beside each other; `null` where one of them is not known, or the way there is no longer in memory. */
  compareFutures(left: number, right: number): Promise<FutureComparison | null> {
    const { runtime } = this.#travelled;
    return this.#open((asPart) =>
      asPart(() =>
        runtime().runAlone(async () => {
          const { ledger, world } = runtime();
          const past = ledger.closedPast();
          const [one, other] = [past?.futures.byId(left), past?.futures.byId(right)];
          return past && one && other ? comparedFutures(past, world, one, other) : null;
        }),
      ),
    );
  }

  /** The workspace as it is at the end of each future that was left, where that is still kept. */
  async futuresLeft(): Promise<{ readonly name: string; readonly workspace: Workspace }[]> {
    const { runtime, store } = this.#travelled;
    return this.#open(async () => {
      const found: { readonly name: string; readonly workspace: Workspace }[] = [];
      // What is journalled last must be on disk to be read from there.
      await runtime().look(() => undefined);
      for (const { name, tipSeq, isPresent } of this.events({}).futures) {
        const workspace = isPresent ? null : await store().at(tipSeq);
        if (workspace) found.push({ name, workspace });
      }
      return found;
    });
  }

  get #seq(): number {
    return this.#travelled.runtime().seq;
  }

  /** Has the turn, with all of the past that is stored. */
  #open<T>(job: (asPart: AsPart) => Promise<T>): Promise<T> {
    const { open, reading } = this.#travelled;
    return open(async (asPart) => {
      await reading()?.finish();
      return job(asPart);
    });
  }

  /** `stored`: the entry that the store is asked for where no point is known. */
  async #go(asPart: AsPart, choose: (past: Past) => Point | null, stored?: number): Promise<boolean> {
    const { runtime, store, stop, arrived, replace } = this.#travelled;
    stop();
    const went = await asPart(() => runtime().goTo(choose, arrived));
    if (went === 'went') return true;
    const seq = went === 'unknown' ? stored : went.beyond;
    const workspace = seq === undefined ? null : await store().at(seq);
    if (!workspace) return false;
    await asPart(() => replace(workspace, null, true));
    return true;
  }
}
