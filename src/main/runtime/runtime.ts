/**
 * The only place where the world changes. Invariants:
 *
 * 1. One input at a time: a job runs to its end before the next begins.
 * 2. Virtual time never goes back, but by going to a point of the past, and `now` during a timer's step is the timer's due time.
 * 3. Virtual time never moves while a simulated call's result is being fetched.
 * 4. When a job has ended nothing that is due at `now` is left undone, but after a slice of play that was interrupted.
 * 5. At one instant the rank table (R37) decides, then creation order. A rank that has begun goes to its end, however many there are
 *    and whether or not a slice of play was interrupted in it, before the calls that it started are made: so all retries of an
 *    instant start before anything comes of one of them.
 * 6. Every accepted input is in the journal, and flushed, before its job is acknowledged, has failed, or anybody is told of its facts
 *    or of where the clock stands; a server of somebody's own is called no sooner.
 * 7. A refused input changes nothing.
 * 8. The same world, inputs and seed give the same facts, whichever transport fetches.
 * 9. A call to a real API keeps nobody waiting: its result is a job of its own, at the instant where time then stands. While an
 *    API is real, time only plays, and at 1×.
 */
import { withinTime } from '../../engine/clocks/end-of-time.ts';
import type { Timer } from '../../engine/clocks/timers.ts';
import { cannotJump, whyHeld } from '../../engine/connection/real-api.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Command } from '../../shared/inputs.ts';
import type { Delivery, Instant } from '../../shared/model.ts';
import type { PlayedStep } from '../../shared/played.ts';
import type { RecordingNote } from '../../shared/recording.ts';
import type { World } from '../../shared/world.ts';
import { Announcer } from './announcer.ts';
import { callbackReply } from './callback-reply.ts';
import { Clockwork } from './clockwork.ts';
import { type Destination, goTo } from './go-to.ts';
import { jumpTo, jumpToNext, jumpToNextRetry } from './jumps.ts';
import { Ledger } from './ledger.ts';
import type { CallbackReply, Outcome } from './ports.ts';
import type { Published, RuntimeOptions, Went } from './runtime-options.ts';
import { Turns } from './turns.ts';
import { WorkspaceReplaced } from './workspace-replaced.ts';

export class Runtime {
  readonly #world: World;
  readonly #clockwork: Clockwork;
  readonly #announcer: Announcer;
  readonly #ledger: Ledger;
  readonly #turns: Turns;
  readonly #onBug: (error: unknown) => void;
  readonly #signal: AbortSignal | undefined;
  /** On what occasion whoever asks at this moment asks; `undefined`: nobody said. */
  #asking: object | null | undefined;
  #retired = false;

  constructor(options: RuntimeOptions) {
    const { world, now, journal, caller, sender, stepBudget = 10_000_000, onBug = rethrow } = options;
    this.#turns = options.turns ?? new Turns();
    this.#world = world;
    this.#onBug = onBug;
    this.#signal = options.signal;
    this.#ledger = new Ledger(options);
    this.#clockwork = new Clockwork({
      world,
      now,
      ledger: this.#ledger,
      caller,
      sender,
      stepBudget,
      onFact: (fact) => this.#announcer.add(fact),
      onJump: (changes) => this.#announcer.addChanges(changes),
      breathe: () => this.#breathe(),
      asJob: (act) => this.#beside(act),
      onBug,
    });
    this.#announcer = new Announcer(journal, this);
  }

  /** Read it, never change it. */
  get world(): World {
    return this.#world;
  }
  get now(): Instant {
    return this.#clockwork.now;
  }
  get seq(): number {
    return this.#ledger.seq;
  }
  /** What was done, the scenario in the player, and the past. */
  get ledger(): Pick<Ledger, 'history' | 'player' | 'past' | 'closedPast' | 'recordedFrom' | 'follow' | 'takeOver'> {
    return this.#ledger;
  }
  /** How many events wait. */
  get scheduledCount(): number {
    return this.#clockwork.timers.size;
  }
  get next(): Timer | undefined {
    return this.#clockwork.timers.peek();
  }
  /** The next `count` events. */
  upcoming(count: number): Timer[] {
    return this.#clockwork.timers.head(count);
  }

  /** Tells `listener` of everything from now on; the returned function ends it. */
  subscribe(listener: (published: Published) => void): () => void {
    return this.#announcer.subscribe(listener);
  }

  /**
   * What is asked of this runtime within `ask` is done on one occasion, whenever its turn comes: the point before it is one to go
   * back to, `null` makes none. Asked within another one it belongs to that.
   */
  onOccasion<T>(occasion: object | null, ask: () => T): T {
    if (this.#asking !== undefined) return ask();
    this.#asking = occasion;
    try {
      return ask();
    } finally {
      this.#asking = undefined;
    }
  }

  /** Goes to a point of the past when it is its turn. */
  goTo(choose: Destination['choose'], confirm: Destination['confirm']): Promise<Went> {
    const parts = {
      world: this.#world,
      ledger: this.#ledger,
      clockwork: this.#clockwork,
      announcer: this.#announcer,
      publish: () => this.#publish(),
    };
    return this.#enqueue(() => goTo(parts, { choose, confirm }));
  }

  /**
   * Writes down what somebody who records adds, as `make` says of how all stands when its turn has come and nothing is left undone;
   * on nobody's occasion. Refuses what `make` refuses.
   */
  note<N extends RecordingNote>(make: () => N | Rejection): Promise<N | Rejection> {
    return this.onOccasion(null, () =>
      this.#enqueue(async () => {
        await this.#clockwork.runUntil(this.#clockwork.now);
        const note = make();
        if (!isRejection(note)) this.#ledger.noteDown({ type: 'noted', note }, this.#clockwork.now);
        return note;
      }),
    );
  }

  /** Gives a future a name: on disk when it resolves. False if there is none with this id. */
  nameFuture(id: number, name: string): Promise<boolean> {
    return this.onOccasion(null, () =>
      this.#enqueue(async () => {
        const future = this.#ledger.past?.futures.byId(id);
        return future ? this.#ledger.nameFuture(future, name) : false;
      }),
    );
  }

  /**
   * Reads the world and the clock when all of it is on disk and subscribers were told: at once, or as soon as the running job
   * reaches such a point. Rejects if it cannot be brought to disk. Anyone who tells others what the world holds reads it here.
   */
  look<T>(read: () => T): Promise<T> {
    if (this.#announcer.isDone) return Promise.resolve(read());
    const looking = this.#announcer.look(read);
    // After a failed flush there may be no running job that reaches such a point.
    this.#enqueue(async () => undefined).catch((error: unknown) => this.#announcer.giveUp(error));
    return looking;
  }

  /**
   * A person's or settings' command, and all that happens at this instant because of it. With `settle: false` the latter
   * is left to the slice of play that follows, so that a click is answered at once however much is going on.
   */
  submit(command: Command, { settle = true } = {}): Promise<Outcome> {
    return this.#enqueue(async () => {
      const outcome = this.#clockwork.apply(command);
      if (settle) await this.#clockwork.runUntil(this.#clockwork.now);
      return isRejection(outcome) ? outcome : { rejected: false, facts: outcome };
    });
  }

  /** A response from outside reaches an Action's callback now (R25–R30). */
  respond(actionRef: string, delivery: Delivery): Promise<CallbackReply> {
    return this.#enqueue(async () => {
      const reply = callbackReply(this.#clockwork.apply({ type: 'response', actionRef, delivery }));
      await this.#clockwork.runUntil(this.#clockwork.now);
      return reply;
    });
  }

  /** Lets what is due at this instant happen: after opening a stored workspace. */
  settle(): Promise<void> {
    return this.#enqueue(() => this.#clockwork.runUntil(this.#clockwork.now));
  }

  /** Writes down what came of a step of the scenario in the player: on disk when it resolves. */
  noteStep(step: PlayedStep): Promise<void> {
    return this.#enqueue(async () => this.#ledger.noteDown({ type: 'stepTaken', step }, this.#clockwork.now));
  }

  /**
   * Moves virtual time by a duration of at least 0 ms; everything due on the way happens, in order. Beyond the end of time is refused:
   * then nothing moves.
   */
  advanceBy(durationMs: number): Promise<Rejection | null> {
    return this.#jump(() => jumpTo(this.#clockwork, this.#clockwork.now + durationMs));
  }

  /**
   * A slice of play: moves by at most `durationMs`, or by `heldMs` while an API is real, and ends early after `wallMs` of real
   * time or as soon as another job waits. What is due at the present instant may then be left for the next slice.
   */
  playFor(durationMs: number, wallMs: number, heldMs = durationMs): Promise<void> {
    const until = performance.now() + wallMs;
    return this.#enqueue(() => {
      const limit = withinTime(this.#clockwork.now + (whyHeld(this.#world) === null ? durationMs : heldMs));
      return this.#clockwork.runUntil(limit, () => this.#turns.isWaitedFor || performance.now() > until);
    });
  }

  /** The newest `keep` of the closed Cases stay. On nobody's occasion: it is nothing that one would go back on. */
  makeRoom(keep: number): Promise<void> {
    return this.onOccasion(null, () =>
      this.#enqueue(async () => {
        this.#clockwork.apply({ type: 'makeRoom', keep });
      }),
    );
  }

  /** Runs `job` while nothing else does: for taking or replacing what is stored. */
  runAlone<T>(job: () => Promise<T>): Promise<T> {
    return this.#enqueue(job);
  }

  /** Moves virtual time to an instant; one that has passed moves nothing, one beyond the end of time is refused. */
  advanceTo(at: Instant): Promise<Rejection | null> {
    return this.#jump(() => jumpTo(this.#clockwork, Math.max(at, this.#clockwork.now)));
  }

  /** Moves to the next scheduled instant, `count` times; fewer where nothing is scheduled any more. Returns how often it moved. */
  advanceToNext(count = 1): Promise<number | Rejection> {
    return this.#jump(() => jumpToNext(this.#clockwork, count));
  }

  /** Moves to the next automatic retry; false where none is scheduled. */
  advanceToNextRetry(): Promise<boolean | Rejection> {
    return this.#jump(() => jumpToNextRetry(this.#clockwork));
  }

  /** Moves on until nothing is scheduled; the clock stands at the last event. */
  advanceUntilIdle(): Promise<Rejection | null> {
    return this.#jump(() => jumpTo(this.#clockwork, Number.POSITIVE_INFINITY));
  }

  /** Ends the calls to real APIs; they are made again when the workspace is opened again. */
  giveUpCalls(): void {
    this.#clockwork.calls.giveUp();
  }

  /** Ends this runtime: jobs that come after are refused, nobody is told of anything any more. */
  retire(): void {
    this.#retired = true;
    this.#announcer.end();
    this.giveUpCalls();
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    const occasion = this.#asking ?? null;
    return this.#turns.take(async () => {
      this.#ledger.occasion = occasion;
      if (this.#retired) throw new WorkspaceReplaced();
      try {
        return await job();
      } finally {
        if (this.#clockwork.isSettled) this.#ledger.endEvent();
        // Also what a job did that failed half-way: its error tells of it.
        await this.#publish();
      }
    });
  }

  /** A job that nobody waits for. */
  async #beside(act: (now: Instant) => void): Promise<void> {
    try {
      await this.#enqueue(async () => {
        act(this.#clockwork.now);
        await this.#clockwork.runUntil(this.#clockwork.now);
      });
    } catch (error) {
      if (!this.#retired) this.#onBug(error);
    }
  }

  /** A job that moves time at will: refused while time has to be real. */
  #jump<T>(job: () => Promise<T>): Promise<T | Rejection> {
    return this.#enqueue(async () => cannotJump(this.#world) ?? job());
  }

  async #breathe(): Promise<void> {
    await this.#publish();
    await new Promise((resolve) => setImmediate(resolve));
    this.#signal?.throwIfAborted();
  }

  async #publish(): Promise<void> {
    if (this.#retired) return;
    await this.#announcer.publish(() => this.#clockwork.calls.goOut());
  }
}

function rethrow(error: unknown): never {
  throw error;
}
