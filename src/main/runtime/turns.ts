/**
 * The one order of all that is done with a workspace: whoever has the turn is alone until it ends, and turns come as they were asked
 * for. To open another workspace is a turn too. What it has to read first is read before its turn, while acts continue; other openings
 * wait for it.
 */
import { Fifo } from './fifo.ts';

/** What is asked for within `ask` is a part of the turn that runs: it is done at once, and waits for no other turn. */
export type AsPart = <T>(ask: () => T) => T;

interface Waiting {
  /** Who asked first. */
  readonly number: number;
  /** Has the turn; never rejects. */
  readonly run: () => Promise<void>;
}

interface WaitingOpening extends Waiting {
  /** Reads what it needs; never rejects. */
  readonly prepare: () => Promise<void>;
  state: 'unprepared' | 'preparing' | 'ready';
}

export class Turns {
  readonly #acts = new Fifo<Waiting>();
  readonly #openings = new Fifo<WaitingOpening>();
  #askedCount = 0;
  #isTaken = false;
  #isPart = false;

  /** Whether somebody would have the turn now, were it not taken. */
  get isWaitedFor(): boolean {
    return this.#acts.length > 0 || this.#openings.first?.state === 'ready';
  }

  /** Does `job` when its turn comes; one that fails tells its own caller. Only who has the turn may use `asPart`. */
  take<T>(job: (asPart: AsPart) => Promise<T>): Promise<T> {
    if (this.#isPart) return Promise.resolve().then(() => job(this.#asPart));
    const { promise, run } = settling(() => job(this.#asPart));
    this.#acts.push({ number: this.#number(), run });
    this.#next();
    return promise;
  }

  /** The same for what opens another workspace. */
  open<T>(job: (asPart: AsPart) => Promise<T>): Promise<T> {
    return this.#open(job, null);
  }

  /**
   * The same with the result of `prepare`, which begins as soon as no other opening waits before this one, and keeps no acts waiting.
   * If it fails, the opening fails.
   */
  prepareAndOpen<P, T>(prepare: () => Promise<P>, job: (prepared: P, asPart: AsPart) => Promise<T>): Promise<T> {
    const { promise: prepared, run: preparing } = settling(prepare);
    // Where it fails nobody waits for it yet.
    prepared.catch(() => undefined);
    return this.#open(async (asPart) => job(await prepared, asPart), preparing);
  }

  /** Resolves when all that was asked for so far has ended. */
  idle(): Promise<void> {
    // An opening comes after the acts and after the openings before it.
    return this.open(async () => undefined);
  }

  #open<T>(job: (asPart: AsPart) => Promise<T>, prepare: (() => Promise<void>) | null): Promise<T> {
    const { promise, run } = settling(() => job(this.#asPart));
    const state = prepare === null ? 'ready' : 'unprepared';
    this.#openings.push({ number: this.#number(), run, prepare: prepare ?? (async () => undefined), state });
    this.#next();
    return promise;
  }

  #number(): number {
    this.#askedCount += 1;
    return this.#askedCount;
  }

  readonly #asPart: AsPart = (ask) => {
    const wasPart = this.#isPart;
    this.#isPart = true;
    try {
      return ask();
    } finally {
      this.#isPart = wasPart;
    }
  };

  #next(): void {
    if (this.#isTaken) return;
    const next = this.#choose();
    if (next === undefined) return;
    this.#isTaken = true;
    void Promise.resolve()
      .then(next.run)
      .then(() => {
        this.#isTaken = false;
        this.#next();
      });
  }

  #choose(): Waiting | undefined {
    const [act, opening] = [this.#acts.first, this.#openings.first];
    if (opening?.state === 'unprepared') void this.#prepare(opening);
    const isOpeningNext = opening?.state === 'ready' && (act === undefined || opening.number < act.number);
    return isOpeningNext ? this.#openings.shift() : this.#acts.shift();
  }

  async #prepare(opening: WaitingOpening): Promise<void> {
    opening.state = 'preparing';
    await opening.prepare();
    opening.state = 'ready';
    this.#next();
  }
}

/** What `job` will come to once it is run. */
function settling<T>(job: () => Promise<T>): { promise: Promise<T>; run: () => Promise<void> } {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const run = async () => {
    try {
      resolve(await job());
    } catch (error) {
      reject(error);
    }
  };
  return { promise, run };
}
