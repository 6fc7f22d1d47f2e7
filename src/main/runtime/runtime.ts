/**
 * The only place where the world changes. Invariants:
 *
 * 1. One input at a time: a job runs to its end before the next begins.
 * 2. Virtual time never goes back, but by going to a point of the past, and `now` during a timer's step is the timer's due time.
 * 3. Virtual time never moves while a simulated call's result is being fetched.
 * 4. When a job has ended nothing that is due at `now` is left undone, but after a slice of play that was interrupted.
 * 5. At one instant the rank table (R37) decides, then creation order.
 * 6. Every accepted input is in the journal, and flushed, before its job is acknowledged or anybody is told of its facts.
 * 7. A refused input changes nothing.
 * 8. The same world, inputs and seed give the same facts, whichever transport fetches.
 * 9. A call to a real API keeps nobody waiting: its result is a job of its own, at the instant where time then stands. While an
 *    API is real, time only plays, and at 1×.
 */
import { cannotMoveTo, withinTime } from '../../engine/end-of-time.ts';
import { handle } from '../../engine/handle.ts';
import { cannotJump, whyHeld } from '../../engine/real-api.ts';
import { RANK, type Timer } from '../../engine/timers.ts';
import { withKeptBody } from '../../engine/unheeded.ts';
import type { PlayedStep } from '../../shared/contract.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Command, Input } from '../../shared/inputs.ts';
import type { Delivery, Instant, World } from '../../shared/model.ts';
import { Agenda } from './agenda.ts';
import { Bulletin } from './bulletin.ts';
import { CallPlacer } from './call-placer.ts';
import { callbackReply } from './callback-reply.ts';
import { Ledger } from './ledger.ts';
import type { Past } from './past.ts';
import type { Point } from './point.ts';
import type { CallbackReply, Journal, Outcome, ResponseSender } from './ports.ts';
import { RunawayError } from './runaway-error.ts';
import type { Published, RuntimeOptions, Went } from './runtime-options.ts';
import { Turns } from './turns.ts';
import { WorkspaceReplaced } from './workspace-replaced.ts';

/** Steps between two breaths, in which what happened so far is published and others get a turn. */
const STEPS_PER_BREATH = 500;

export class Runtime {
  readonly #sender: ResponseSender;
  readonly #journal: Journal;
  readonly #stepBudget: number;
  readonly #world: World;
  readonly #timers: Agenda;
  readonly #bulletin: Bulletin;
  readonly #ledger: Ledger;
  readonly #calls: CallPlacer;
  readonly #jobs = new Turns();
  readonly #onBug: (error: unknown) => void;
  /** On what occasion whoever asks at this moment asks; `undefined`: nobody said. */
  #asking: object | null | undefined;
  #waitingJobs = 0;
  #retired = false;
  #now: Instant;

  constructor(options: RuntimeOptions) {
    this.#world = options.world;
    this.#now = options.now;
    this.#bulletin = new Bulletin(options.now);
    this.#sender = options.sender;
    this.#journal = options.journal;
    this.#stepBudget = options.stepBudget ?? 10_000_000;
    this.#ledger = new Ledger(options);
    this.#timers = new Agenda(options.world);
    this.#onBug = options.onBug ?? rethrow;
    this.#calls = new CallPlacer({
      world: options.world,
      caller: options.caller,
      onPlan: ({ actionRef, callNumber }, plan) =>
        this.#mustApply({ type: 'callPlanned', actionRef, callNumber, plan }),
      asJob: (act) => this.#beside(act),
      onBug: this.#onBug,
    });
  }

  /** Read it, never change it. */
  get world(): World {
    return this.#world;
  }
  get now(): Instant {
    return this.#now;
  }
  get seq(): number {
    return this.#ledger.seq;
  }
  /** What was done, the scenario in the player, and the past. */
  get ledger(): Pick<Ledger, 'history' | 'player' | 'past' | 'closedPast'> {
    return this.#ledger;
  }
  /** How many facts `world` holds already that subscribers are still to be told. */
  get unpublishedCount(): number {
    return this.#bulletin.factCount;
  }
  /** How many events wait. */
  get scheduledCount(): number {
    return this.#timers.size;
  }
  get next(): Timer | undefined {
    return this.#timers.peek();
  }
  /** The next `count` events. */
  upcoming(count: number): Timer[] {
    return this.#timers.head(count);
  }

  /** Tells `listener` of everything from now on; the returned function ends it. */
  subscribe(listener: (published: Published) => void): () => void {
    return this.#bulletin.subscribe(listener);
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

  /**
   * Goes to the point that `choose` names when it is its turn. `confirm` is asked before anybody is told, and where it fails all is
   * as it was: where the point lies before the stored document it has to be stored anew.
   */
  goTo(choose: (past: Past) => Point | null, confirm: (wentToSeq: number) => Promise<void>): Promise<Went> {
    return this.#enqueue(async () => {
      const { past, seq } = this.#ledger;
      const target = past && choose(past);
      if (!past || !target) return 'unknown';
      if (target.seqs.includes(seq)) return 'went';
      // What an earlier job could not publish comes first.
      await this.#publish();
      const wentToSeq = target.standing.seq;
      if (!this.#stand(target)) return { beyond: wentToSeq };
      try {
        await confirm(wentToSeq);
      } catch (error) {
        const wentTo = this.seq;
        this.#stand(past.at(seq) ?? target);
        past.isNotBy(wentTo);
        this.#bulletin.dropChanges();
        throw error;
      }
      // Before anything else happens: who joins now must not be sent back behind it.
      await this.#publish();
      // Calls to real APIs that were out are placed again.
      if (whyHeld(this.#world) !== null) await this.#runUntil(this.#now);
      return 'went';
    });
  }

  /**
   * A person's or settings' command, and all that happens at this instant because of it. With `settle: false` the latter
   * is left to the slice of play that follows, so that a click is answered at once however much is going on.
   */
  submit(command: Command, { settle = true } = {}): Promise<Outcome> {
    return this.#enqueue(async () => {
      const outcome = this.#apply(command);
      if (settle) await this.#runUntil(this.#now);
      return isRejection(outcome) ? outcome : { rejected: false, facts: outcome };
    });
  }

  /** A response from outside reaches an Action's callback now (R25–R30). */
  respond(actionRef: string, delivery: Delivery): Promise<CallbackReply> {
    return this.#enqueue(async () => {
      const reply = callbackReply(this.#apply({ type: 'response', actionRef, delivery }));
      await this.#runUntil(this.#now);
      return reply;
    });
  }

  /** Lets what is due at this instant happen: after opening a stored workspace. */
  settle(): Promise<void> {
    return this.#enqueue(() => this.#runUntil(this.#now));
  }

  /** Writes down what came of a step of the scenario in the player: on disk when it resolves. */
  noteStep(step: PlayedStep): Promise<void> {
    return this.#enqueue(async () => this.#ledger.noteStep(step, this.#now));
  }

  /**
   * Moves virtual time by a duration of at least 0 ms; everything due on the way happens, in order. Beyond the end of time is refused:
   * then nothing moves.
   */
  advanceBy(durationMs: number): Promise<Rejection | null> {
    return this.#jumpTo(() => this.#now + durationMs);
  }

  /**
   * A slice of play: moves by at most `durationMs`, or by `heldMs` while an API is real, and ends early after `wallMs` of real
   * time or as soon as another job waits. What is due at the present instant may then be left for the next slice.
   */
  playFor(durationMs: number, wallMs: number, heldMs = durationMs): Promise<void> {
    const until = performance.now() + wallMs;
    return this.#enqueue(() => {
      const limit = withinTime(this.#now + (whyHeld(this.#world) === null ? durationMs : heldMs));
      return this.#runUntil(limit, () => this.#waitingJobs > 0 || performance.now() > until);
    });
  }

  /** Runs `job` while nothing else does: for taking or replacing what is stored. */
  runAlone<T>(job: () => Promise<T>): Promise<T> {
    return this.#enqueue(job);
  }

  /** Moves virtual time to an instant; one that has passed moves nothing, one beyond the end of time is refused. */
  advanceTo(at: Instant): Promise<Rejection | null> {
    return this.#jumpTo(() => Math.max(at, this.#now));
  }

  /** Moves to the next scheduled instant, `count` times; fewer where nothing is scheduled any more. Returns how often it moved. */
  advanceToNext(count = 1): Promise<number | Rejection> {
    return this.#jump(async () => {
      for (let moved = 0; moved < count; moved += 1) {
        const next = this.#timers.peek();
        if (!next) return moved;
        await this.#runUntil(next.at);
      }
      return count;
    });
  }

  /** Moves to the next automatic retry; false where none is scheduled. */
  advanceToNextRetry(): Promise<boolean | Rejection> {
    return this.#jump(async () => {
      const retry = this.#timers.find((timer) => timer.rank === RANK.retry);
      if (retry) await this.#runUntil(retry.at);
      return retry !== undefined;
    });
  }

  /** Moves on until nothing is scheduled; the clock stands at the last event. */
  advanceUntilIdle(): Promise<Rejection | null> {
    return this.#jumpTo(() => Number.POSITIVE_INFINITY);
  }

  /** Ends the calls to real APIs; they are placed again when the workspace is opened again. */
  giveUpCalls(): void {
    this.#calls.giveUp();
  }

  /** Ends this runtime: jobs that come after are refused, nobody is told of anything any more. */
  retire(): void {
    this.#retired = true;
    this.#bulletin.end();
    this.giveUpCalls();
  }

  /** Waits until no job runs; for closing. */
  idle(): Promise<void> {
    return this.#jobs.idle();
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    this.#waitingJobs += 1;
    const occasion = this.#asking ?? null;
    return this.#jobs.take(async () => {
      this.#waitingJobs -= 1;
      this.#ledger.occasion = occasion;
      if (this.#retired) throw new WorkspaceReplaced();
      const result = await job();
      await this.#publish();
      return result;
    });
  }

  /** A job that nobody waits for. */
  async #beside(act: (now: Instant) => void): Promise<void> {
    try {
      await this.#enqueue(async () => {
        act(this.#now);
        await this.#runUntil(this.#now);
      });
    } catch (error) {
      if (!this.#retired) this.#onBug(error);
    }
  }

  /** A job that moves time at will: refused while time has to be real. */
  #jump<T>(job: () => Promise<T>): Promise<T | Rejection> {
    return this.#enqueue(async () => cannotJump(this.#world) ?? job());
  }

  #jumpTo(target: () => Instant): Promise<Rejection | null> {
    return this.#jump(async () => {
      const at = target();
      const refusal = cannotMoveTo(at);
      if (refusal === null) await this.#runUntil(at);
      return refusal;
    });
  }

  async #runUntil(limit: Instant, isInterrupted: () => boolean = () => false): Promise<void> {
    let steps = 0;
    for (;;) {
      // All of them: time must not move past the result of a call that is still to be placed.
      while (this.#calls.isWaiting) {
        const placing = this.#calls.place();
        if (placing !== undefined) await placing;
        if (isInterrupted()) return;
      }
      const first = this.#timers.peek();
      if (first === undefined || first.at > limit) break;
      if (isInterrupted()) return;
      this.#now = Math.max(this.#now, first.at);
      // One rank of one instant together, so that its calls are placed together.
      for (
        let timer: Timer | undefined = first;
        timer?.at === first.at && timer.rank === first.rank;
        timer = this.#timers.peek()
      ) {
        const stepping = this.#step(timer);
        if (stepping !== undefined) await stepping;
        steps += 1;
        if (steps > this.#stepBudget) throw new RunawayError(this.#stepBudget, this.#timers.head(3));
        if (this.#calls.isFull || isInterrupted()) break;
        if (steps % STEPS_PER_BREATH === 0) await this.#breathe();
      }
    }
    if (limit !== Number.POSITIVE_INFINITY && limit > this.#now) {
      this.#ledger.before(ADVANCED, limit);
      this.#now = limit;
      this.#ledger.record(ADVANCED, [], limit);
    }
  }

  /** Runs one timer; a promise only where the transport needs one. */
  #step({ input }: Timer): Promise<void> | undefined {
    if (input.type !== 'response') {
      this.#mustApply(input);
      return undefined;
    }
    const action = this.#world.actions.get(input.actionRef);
    if (action?.token === undefined) throw new Error(`a response is planned for ${input.actionRef}, which awaits none`);
    const { actionRef, delivery, plannedId } = input;
    const sending = this.#sender.send({ actionRef, token: action.token, delivery }, (received) =>
      callbackReply(this.#apply({ type: 'response', actionRef, delivery: received, plannedId })),
    );
    if (!(sending instanceof Promise)) return undefined;
    return sending.then(() => undefined);
  }

  #mustApply(input: Input): void {
    const outcome = this.#apply(input);
    if (isRejection(outcome)) throw new Error(`the rules refused ${input.type}: ${outcome.message}`);
  }

  #apply(wish: Input): Fact[] | Rejection {
    const ledger = this.#ledger;
    const input = withKeptBody(this.#world, wish);
    ledger.before(input, this.#now);
    const facts = handle(this.#world, input, this.#now, ledger.past === null ? null : ledger.past.log);
    if (isRejection(facts)) return facts;
    if (facts.length > 0) ledger.record(input, facts, this.#now);
    this.#timers.follow(facts);
    for (const fact of facts) {
      this.#bulletin.addFact(fact);
      if (fact.type === 'callStarted') this.#calls.add(fact.actionRef);
    }
    return facts;
  }

  /** Brings all to a point; false where the way is not in memory. */
  #stand(point: Point): boolean {
    const gone = this.#ledger.goTo(point);
    if (gone === null) return false;
    this.#now = point.standing.at;
    this.#timers.look(gone.touched);
    this.#calls.startAgain();
    this.#bulletin.addChanges(gone.changes);
    return true;
  }

  async #breathe(): Promise<void> {
    await this.#publish();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async #publish(): Promise<void> {
    if (this.#retired) return;
    const flushing = this.#journal.flush();
    if (flushing !== undefined) await flushing;
    const [now, { seq }, timers] = [this.#now, this.#ledger, this.#timers];
    this.#bulletin.tell(() => ({ now, seq, scheduledCount: timers.size, next: timers.peek() }), now);
  }
}

const ADVANCED = { type: 'advanced' } as const;

function rethrow(error: unknown): never {
  throw error;
}
