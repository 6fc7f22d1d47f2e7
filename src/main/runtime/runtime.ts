/**
 * The only place where the world changes. Invariants:
 *
 * 1. One input at a time: a job runs to its end before the next begins.
 * 2. Virtual time never goes back, and `now` during a timer's step is the timer's due time.
 * 3. Virtual time never moves while a simulated call's result is being fetched.
 * 4. When a job has ended nothing that is due at `now` is left undone, but after a slice of play that was interrupted.
 * 5. At one instant the rank table (R37) decides, then creation order. A rank that has begun goes to its end, however many there are
 *    and whether or not a slice of play was interrupted in it, before the calls that it started are placed: so all retries of an
 *    instant start before anything comes of one of them.
 * 6. Every accepted input is in the journal, and flushed, before its job is acknowledged, has failed, or anybody is told of its facts
 *    or of where the clock stands; a server of somebody's own is called no sooner.
 * 7. A refused input changes nothing.
 * 8. The same world, inputs and seed give the same facts, whichever transport fetches.
 * 9. A call to a real API keeps nobody waiting: its result is a job of its own, at the instant where time then stands. While an
 *    API is real, time only plays, and at 1×.
 */
import { handle } from '../../engine/handle.ts';
import { cannotJump, whyHeld } from '../../engine/real-api.ts';
import { RANK, type Timer } from '../../engine/timers.ts';
import type { PlayedStep } from '../../shared/contract.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Command, Input } from '../../shared/inputs.ts';
import type { Delivery, Instant, World } from '../../shared/model.ts';
import { Agenda } from './agenda.ts';
import { Announcer, type Published } from './announcer.ts';
import { CallPlacer } from './call-placer.ts';
import { callbackReply } from './callback-reply.ts';
import type {
  CallbackReply,
  ExternalApiCaller,
  HistoryEntry,
  Journal,
  JournalEntry,
  Outcome,
  ResponseSender,
} from './ports.ts';
import { historyEntry } from './replay.ts';
import { RunawayError } from './runaway-error.ts';
import { Turns } from './turns.ts';
import { WorkspaceReplaced } from './workspace-replaced.ts';

export interface RuntimeOptions {
  readonly world: World;
  /** Where virtual time stands. */
  readonly now: Instant;
  /** The number of the last journal entry that `world` holds already. */
  readonly seq: number;
  /** What people and outside systems did up to now. */
  readonly history?: readonly HistoryEntry[];
  readonly caller: ExternalApiCaller;
  readonly sender: ResponseSender;
  readonly journal: Journal;
  /** How many steps one job may take before it is stopped as a runaway. Default ten million. */
  readonly stepBudget?: number;
  /** Told of what should never happen while nobody waits for an answer. By default it is thrown. */
  readonly onBug?: (error: unknown) => void;
}

/** Steps between two breaths, in which what happened so far is published and others get a turn. */
const STEPS_PER_BREATH = 500;
/** The same, where calls are placed, many at a time. */
const PLACINGS_PER_BREATH = 8;

/** A rank of one instant, of which something is still to happen. */
type Wave = Pick<Timer, 'at' | 'rank'>;

export class Runtime {
  readonly #sender: ResponseSender;
  readonly #journal: Journal;
  readonly #announcer: Announcer;
  readonly #stepBudget: number;
  readonly #world: World;
  readonly #timers: Agenda;
  readonly #history: HistoryEntry[];
  readonly #calls: CallPlacer;
  readonly #jobs = new Turns();
  readonly #onBug: (error: unknown) => void;
  /** What a slice of play was interrupted in. */
  #wave: Wave | null;
  #waitingJobs = 0;
  #retired = false;
  #now: Instant;
  #seq: number;

  constructor(options: RuntimeOptions) {
    this.#world = options.world;
    this.#now = options.now;
    this.#seq = options.seq;
    this.#sender = options.sender;
    this.#journal = options.journal;
    this.#stepBudget = options.stepBudget ?? 10_000_000;
    this.#history = [...(options.history ?? [])];
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
    this.#wave = this.#interruptedWave();
    this.#announcer = new Announcer(options.journal, this);
  }

  /** Read it, never change it. */
  get world(): World {
    return this.#world;
  }
  get now(): Instant {
    return this.#now;
  }
  get seq(): number {
    return this.#seq;
  }
  /** All that people and outside systems did, in order. */
  get history(): readonly HistoryEntry[] {
    return this.#history;
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
    return this.#announcer.subscribe(listener);
  }

  /**
   * Reads the world and the clock when all of it is on disk and subscribers were told: at once, or as soon as the job that runs comes
   * to such a point. Rejects where it cannot be brought to disk. Whoever tells others what the world holds reads it here.
   */
  look<T>(read: () => T): Promise<T> {
    if (this.#announcer.isDone) return Promise.resolve(read());
    const looking = this.#announcer.look(read);
    // Nothing may be going on that comes to such a point: after a flush that failed.
    this.#enqueue(async () => undefined).catch((error: unknown) => this.#announcer.giveUp(error));
    return looking;
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
    return this.#enqueue(async () => this.#record({ type: 'stepTaken', step }));
  }

  /** Moves virtual time by a duration of at least 0 ms; everything due on the way happens, in order. */
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
      const limit = this.#now + (whyHeld(this.#world) === null ? durationMs : heldMs);
      return this.#runUntil(limit, () => this.#waitingJobs > 0 || performance.now() > until);
    });
  }

  /** Runs `job` while nothing else does: for taking or replacing what is stored. */
  runAlone<T>(job: () => Promise<T>): Promise<T> {
    return this.#enqueue(job);
  }

  /** Moves virtual time to an instant; one that has passed moves nothing. */
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
    this.#announcer.end();
    this.giveUpCalls();
  }

  /** Waits until no job runs; for closing. */
  idle(): Promise<void> {
    return this.#jobs.idle();
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    this.#waitingJobs += 1;
    return this.#jobs.take(async () => {
      this.#waitingJobs -= 1;
      if (this.#retired) throw new WorkspaceReplaced();
      try {
        return await job();
      } finally {
        // Also what a job did that failed half-way: its error tells of it.
        await this.#publish();
      }
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
      await this.#runUntil(target());
      return null;
    });
  }

  async #runUntil(limit: Instant, isInterrupted: () => boolean = () => false): Promise<void> {
    let steps = 0;
    let placings = 0;
    for (;;) {
      const first = this.#timers.peek();
      // All of them: time must not move past the result of a call that is still to be placed.
      if (this.#calls.isWaiting && !this.#isUnderWay(first)) {
        this.#wave = null;
        const placing = this.#calls.place();
        if (placing !== undefined) await placing;
        if (isInterrupted()) return;
        placings += 1;
        if (placings % PLACINGS_PER_BREATH === 0) await this.#breathe();
        continue;
      }
      if (first === undefined || first.at > limit) break;
      if (isInterrupted()) return;
      this.#now = Math.max(this.#now, first.at);
      if (!this.#isUnderWay(first)) this.#wave = { at: first.at, rank: first.rank };
      for (let timer: Timer | undefined = first; timer && this.#isUnderWay(timer); timer = this.#timers.peek()) {
        const stepping = this.#step(timer);
        if (stepping !== undefined) await stepping;
        steps += 1;
        if (steps > this.#stepBudget) throw new RunawayError(this.#stepBudget, this.#timers.head(3));
        if (isInterrupted()) return;
        if (steps % STEPS_PER_BREATH === 0) await this.#breathe();
      }
      this.#wave = null;
    }
    if (limit !== Number.POSITIVE_INFINITY && limit > this.#now) {
      this.#now = limit;
      this.#record({ type: 'advanced' });
    }
  }

  /** The retries of this instant, where the app was closed when some had started. */
  #interruptedWave(): Wave | null {
    const first = this.#timers.peek();
    const isRetryDue = first?.at === this.#now && first.rank === RANK.retry;
    return isRetryDue && this.#calls.holdsRetry() ? { at: first.at, rank: first.rank } : null;
  }

  /** Whether this timer belongs to the rank that has begun, or should have come before it. */
  #isUnderWay(timer: Timer | undefined): boolean {
    const wave = this.#wave;
    return wave !== null && timer !== undefined && timer.at === wave.at && timer.rank <= wave.rank;
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

  #apply(input: Input): Fact[] | Rejection {
    const facts = handle(this.#world, input, this.#now);
    if (isRejection(facts)) return facts;
    if (facts.length > 0 || input.type === 'callPlanned') this.#record(input);
    this.#timers.follow(facts);
    for (const fact of facts) {
      this.#announcer.add(fact);
      if (fact.type === 'callStarted') this.#calls.add(fact.actionRef);
    }
    return facts;
  }

  #record(input: JournalEntry['input']): void {
    this.#seq += 1;
    this.#journal.record({ seq: this.#seq, at: this.#now, input });
    const entry = historyEntry({ at: this.#now, input });
    if (entry) this.#history.push(entry);
  }

  async #breathe(): Promise<void> {
    await this.#publish();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async #publish(): Promise<void> {
    if (this.#retired) return;
    await this.#announcer.publish(() => this.#calls.goOut());
  }
}

function rethrow(error: unknown): never {
  throw error;
}
