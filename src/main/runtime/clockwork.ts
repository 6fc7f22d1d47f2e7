/**
 * The world and what moves it: its timers, its calls, its clock. The runtime says when; here is what happens then, in which order
 * (invariants 2 to 5 of the runtime).
 */
import { RANK, type Timer } from '../../engine/clocks/timers.ts';
import { handle } from '../../engine/handle.ts';
import { withKeptBody } from '../../engine/response/unheeded.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Input } from '../../shared/inputs.ts';
import type { Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import { Agenda } from './agenda.ts';
import { callbackReply } from './callback-reply.ts';
import type { Ledger } from './ledger.ts';
import { OutgoingCalls } from './outgoing-calls.ts';
import type { Point } from './point.ts';
import type { ExternalApiCaller, ResponseSender } from './ports.ts';
import { RunawayError } from './runaway-error.ts';

/** Steps between two breaths, in which what happened so far is published and others get a turn. */
const STEPS_PER_BREATH = 500;
/** The same, where calls are made, many at a time. */
const ROUNDS_PER_BREATH = 8;

/** A rank of one instant in which something has still to happen. */
type Wave = Pick<Timer, 'at' | 'rank'>;

export interface ClockworkOptions {
  readonly world: World;
  /** Where virtual time stands. */
  readonly now: Instant;
  readonly ledger: Ledger;
  readonly caller: ExternalApiCaller;
  readonly sender: ResponseSender;
  /** How many steps one move may take before it is stopped as a runaway. */
  readonly stepBudget: number;
  /** Told of every fact, and of what is different at a point that was visited. */
  readonly onFact: (fact: Fact) => void;
  readonly onJump: (changes: WorldChanges) => void;
  /** Tells what happened so far, and gives others a turn. */
  readonly breathe: () => Promise<void>;
  /** Does something as a job of its own, and what is due because of it; `now` is where time stands then. Never rejects. */
  readonly asJob: (act: (now: Instant) => void) => Promise<void>;
  /** Told of what should never happen while nobody waits for an answer. */
  readonly onBug: (error: unknown) => void;
}

export class Clockwork {
  readonly #options: ClockworkOptions;
  readonly #world: World;
  readonly #stepBudget: number;
  readonly #timers: Agenda;
  readonly #calls: OutgoingCalls;
  /** What a slice of play was interrupted in. */
  #wave: Wave | null;
  #now: Instant;
  /** Since the last breath, however many moves they were taken in. */
  #stepsInOneBreath = 0;

  constructor(options: ClockworkOptions) {
    this.#options = options;
    this.#world = options.world;
    this.#now = options.now;
    this.#stepBudget = options.stepBudget;
    this.#timers = new Agenda(options.world);
    this.#calls = new OutgoingCalls({
      world: options.world,
      caller: options.caller,
      onPlan: ({ actionRef, callNumber }, plan) =>
        this.#mustApply({ type: 'callPlanned', actionRef, callNumber, plan }),
      asJob: options.asJob,
      onBug: options.onBug,
    });
    this.#wave = this.#interruptedWave();
  }

  get now(): Instant {
    return this.#now;
  }
  /** Whether all that is due has happened. */
  get isSettled(): boolean {
    return !this.#calls.isWaiting && (this.#timers.peek()?.at ?? Number.POSITIVE_INFINITY) > this.#now;
  }
  get timers(): Pick<Agenda, 'size' | 'peek' | 'head' | 'find'> {
    return this.#timers;
  }
  get calls(): Pick<OutgoingCalls, 'goOut' | 'giveUp'> {
    return this.#calls;
  }

  /**
   * Moves to `limit`, in ms since 1970, with all that is due on the way; to the last event where it is infinite. Ends early once
   * `isInterrupted`: what is due may then be left.
   */
  async runUntil(limit: Instant, isInterrupted: () => boolean = () => false): Promise<void> {
    let steps = 0;
    let rounds = 0;
    for (;;) {
      const first = this.#timers.peek();
      // All of them: time must not move past the result of a call that is still to be made.
      if (this.#calls.isWaiting && !this.#isUnderWay(first)) {
        this.#wave = null;
        const making = this.#calls.make();
        if (making !== undefined) await making;
        if (isInterrupted()) return;
        rounds += 1;
        if (rounds % ROUNDS_PER_BREATH === 0) await this.#options.breathe();
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
        this.#stepsInOneBreath += 1;
        if (this.#stepsInOneBreath >= STEPS_PER_BREATH) {
          this.#stepsInOneBreath = 0;
          await this.#options.breathe();
        }
      }
      this.#wave = null;
    }
    if (limit !== Number.POSITIVE_INFINITY && limit > this.#now) {
      this.#options.ledger.noteDown({ type: 'advanced' }, limit);
      this.#now = limit;
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
    const sending = this.#options.sender.send({ actionRef, token: action.token, delivery }, (received) =>
      callbackReply(this.apply({ type: 'response', actionRef, delivery: received, plannedId })),
    );
    if (!(sending instanceof Promise)) return undefined;
    return sending.then(() => undefined);
  }

  #mustApply(input: Input): void {
    const outcome = this.apply(input);
    if (isRejection(outcome)) throw new Error(`the rules refused ${input.type}: ${outcome.message}`);
  }

  /** Takes an input in, if the rules allow it: its facts are folded, recorded, and to be told. */
  apply(wish: Input): Fact[] | Rejection {
    const { ledger } = this.#options;
    const input = withKeptBody(this.#world, wish);
    ledger.before(input, this.#now);
    const facts = handle(this.#world, input, this.#now, ledger.past === null ? null : ledger.past.log);
    if (isRejection(facts)) return facts;
    if (facts.length > 0) ledger.record(input, facts, this.#now);
    this.#timers.follow(facts);
    for (const fact of facts) {
      this.#options.onFact(fact);
      if (fact.type === 'callStarted') this.#calls.add(fact.actionRef);
    }
    return facts;
  }

  /** Brings all to a point; false where the way is not in memory. */
  stand(point: Point): boolean {
    const gone = this.#options.ledger.goTo(point);
    if (gone === null) return false;
    this.#now = point.standing.at;
    this.#timers.look(gone.touched);
    this.#calls.startAgain();
    this.#wave = this.#interruptedWave();
    this.#options.onJump(gone.changes);
    return true;
  }
}
