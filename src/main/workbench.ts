/**
 * The workspace that is open: its store, its runtime and its clock, what people do with them, and the points they can go
 * back to. `Simulator` adds the scenarios.
 */
import { findAction } from '../engine/decide.ts';
import type { ClockState, PlayedStep, WallTime } from '../shared/contract.ts';
import { isRejection, type Rejection, reject } from '../shared/errors.ts';
import type { Fact } from '../shared/facts.ts';
import type { Command } from '../shared/inputs.ts';
import { resolveInstant } from '../shared/instant.ts';
import type { Delivery, Instant, World } from '../shared/model.ts';
import type { RespondTo } from '../shared/scenario.ts';
import { Checkpoints } from './runtime/checkpoints.ts';
import { Pacer } from './runtime/pacer.ts';
import type { CallbackReply, Outcome, PlayedScenario, Store, Workspace } from './runtime/ports.ts';
import { Runtime } from './runtime/runtime.ts';
import { withStepTaken } from './runtime/step-taken.ts';
import { type ToldClock, toldClock } from './runtime/told-clock.ts';
import { Turns } from './runtime/turns.ts';
import { inTheOneThatIsOpen, unlessReplaced } from './runtime/workspace-replaced.ts';
import { deliveryOf } from './scenario/delivery.ts';
import type { StepTarget } from './scenario/take-step.ts';
import type { OpenedWorkspace, WorkbenchOptions } from './workbench-options.ts';

/** What a subscriber is told; `replaced` means: forget everything and look again. */
export type SimulatorEvent =
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly type: 'clock' }
  | { readonly type: 'player' }
  | { readonly type: 'replaced' };

const SAVE_AFTER_ENTRIES = 20_000;
/** Real time that one slice of play may take before others get a turn. */
const SLICE_MS = 12;

/** What of a workspace the clock does not move: where it comes from, and the scenario in the player. */
type Standing = Pick<Workspace, 'title' | 'origin' | 'source' | 'player'>;
const standingOf = ({ title, origin, source, player }: Workspace): Standing => ({ title, origin, source, player });

export abstract class Workbench {
  readonly #options: WorkbenchOptions;
  readonly #listeners = new Set<(event: SimulatorEvent) => void>();
  readonly #checkpoints: Checkpoints;
  readonly #pacer: Pacer;
  /** What opens another workspace, to its end. */
  readonly #openings = new Turns();
  readonly #exchanges = new Turns();
  #store: Store;
  #runtime: Runtime;
  #standing: Standing;
  /** What may be told of the clock. */
  #told: ToldClock;
  /** How often another workspace took the place of this one. */
  #course = 0;
  #recovered: readonly string[] = [];
  #changing: Promise<unknown> = Promise.resolve();

  protected constructor(options: WorkbenchOptions, store: Store, { workspace, recovered }: OpenedWorkspace) {
    this.#options = options;
    this.#checkpoints = new Checkpoints(options.checkpointLimit);
    this.#store = store;
    this.#standing = standingOf(workspace);
    this.#recovered = recovered;
    this.#runtime = this.#run(workspace);
    this.#told = toldClock(this.#runtime);
    this.#pacer = new Pacer({
      playFor: (durationMs, realMs) => this.#playSlice(durationMs, realMs),
      onError: (error) => {
        this.tell({ type: 'clock' });
        options.onBug(error);
      },
    });
  }

  /** As it is now, in the middle of a job too: what is told to others of it is read by `look`. */
  get world(): World {
    return this.#runtime.world;
  }
  /** Where virtual time stands, as far as it is on disk; so it is with all that tells of the clock. */
  get now(): Instant {
    return this.#told.now;
  }
  /** The number of the last input. */
  get seq(): number {
    return this.#runtime.seq;
  }
  get title(): string {
    return this.#standing.title;
  }
  get scheduledCount(): number {
    return this.#told.scheduledCount;
  }
  /** The scenario in the player. */
  protected get played(): PlayedScenario | null {
    return this.#standing.player;
  }
  /** Another number as soon as another workspace has taken the place of this one. */
  protected get course(): number {
    return this.#course;
  }
  get callbackBase(): string {
    return this.#options.callbackBase;
  }
  /** What was damaged and recovered when the workspace was opened. */
  get recovered(): readonly string[] {
    return this.#recovered;
  }

  /** How many real milliseconds the latest calls to an API took. */
  wallTimes(externalApi: string): WallTime[] {
    return this.#options.wallTimes.of(externalApi);
  }

  clock(): ClockState {
    return {
      ...this.#told,
      startAt: this.world.startAt,
      playing: this.#pacer.isPlaying,
      speed: this.#pacer.speed,
      canGoBack: this.#checkpoints.count > 0,
      callbackBase: this.#options.callbackIsReachable ? this.#options.callbackBase : null,
    };
  }

  /** Reads what others are to be told when all of it is on disk: at once, or as soon as it is. */
  look<T>(read: () => T): Promise<T> {
    return inTheOneThatIsOpen(() => this.#runtime.look(read));
  }

  /** Tells `listener` of everything from now on; the returned function ends it. */
  subscribe(listener: (event: SimulatorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // ── Acting ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A wish of a person or a settings screen; while playing, what follows from it happens in the play. */
  act(command: Command): Promise<Outcome> {
    return this.#changes(() => this.#runtime.submit(command, { settle: !this.#pacer.isPlaying }));
  }

  /** Wishes that belong together, one after the other: one point to go back to, whatever is refused among them. */
  actAll(commands: readonly Command[]): Promise<Outcome[] | Rejection> {
    const settle = !this.#pacer.isPlaying;
    return this.#changes(() => Promise.all(commands.map((command) => this.#runtime.submit(command, { settle }))));
  }

  /** The external system answers an Action now, as a scenario's `respond` or the *Answer by hand* panel says. */
  async respond(response: RespondTo): Promise<CallbackReply | Rejection> {
    const action = findAction(this.world, response.action);
    if (!action) return reject('unknown', `There is no Action ${response.action}.`);
    if (action.token === undefined)
      return reject('notAllowed', `${action.ref} is a manual Action; it awaits no response.`, 'R25');
    const delivery = deliveryOf(response);
    return this.#changes(() => this.#runtime.respond(action.ref, delivery));
  }

  /** A response that came in by the real callback address. */
  async receiveCallback(actionRef: string, delivery: Delivery): Promise<CallbackReply> {
    const reply = await this.#changes(() => this.#runtime.respond(actionRef, delivery));
    return isRejection(reply) ? { httpStatus: 404, message: reply.message } : reply;
  }

  // ── The clock ─────────────────────────────────────────────────────────────────────────────────────────────────────

  play(): void {
    if (this.#pacer.isPlaying) return;
    this.checkpoint();
    this.#pacer.play();
    this.tell({ type: 'clock' });
  }

  /** Stops the play and stores the workspace. */
  async pause(): Promise<void> {
    if (!this.#pacer.isPlaying) return;
    this.#pacer.pause();
    await unlessReplaced(async () => {
      await this.#runtime.settle();
      await this.#save();
    });
    this.tell({ type: 'clock' });
  }

  /** Virtual over real time, 0.5 to 10,000. */
  setSpeed(speed: number): void {
    this.#pacer.setSpeed(speed);
    this.tell({ type: 'clock' });
  }

  /** By a duration in ms, or to an instant as text or number; an instant that has passed moves nothing. */
  advance(wish: { by: number } | { to: number | string }): Promise<Rejection | null> {
    return this.#changes(() => {
      if ('by' in wish) return this.#runtime.advanceBy(wish.by);
      const at = typeof wish.to === 'number' ? wish.to : resolveInstant(wish.to, this.world.startAt);
      return this.#runtime.advanceTo(at);
    });
  }
  /** To the next scheduled event, `count` times; resolves to how often it moved. */
  next(count = 1): Promise<number | Rejection> {
    return this.#changes(() => this.#runtime.advanceToNext(count));
  }
  nextRetry(): Promise<boolean | Rejection> {
    return this.#changes(() => this.#runtime.advanceToNextRetry());
  }
  untilIdle(): Promise<Rejection | null> {
    return this.#changes(() => this.#runtime.advanceUntilIdle());
  }

  /** To the point before the last act or move; false where there is none. */
  back(): Promise<boolean> {
    return this.opening(async () => {
      const checkpoint = this.#checkpoints.take();
      if (!checkpoint) return false;
      await this.replace(checkpoint);
      return true;
    });
  }

  /** What the steps of a scenario act on: together they are one point to go back to, not one each. */
  protected stepTarget(): StepTarget {
    const target = this;
    return {
      get world() {
        return target.world;
      },
      get now() {
        return target.now;
      },
      get scheduledCount() {
        return target.scheduledCount;
      },
      callbackBase: this.callbackBase,
      act: (command: Command) => this.#runtime.submit(command),
      respond: (response: RespondTo) => this.#checkpoints.asOne(() => this.respond(response)),
      advance: (wish: { by: number } | { to: number }) => this.#checkpoints.asOne(() => this.advance(wish)),
      next: (count: number) => this.#checkpoints.asOne(() => this.next(count)),
      untilIdle: () => this.#checkpoints.asOne(() => this.untilIdle()),
      restart: () => this.restart(),
    };
  }

  /** Puts down what came of a step of the scenario in the player; it is on disk when this resolves. */
  protected noteStep(step: PlayedStep): Promise<void> {
    this.#standing = { ...this.#standing, player: withStepTaken(this.played, step) };
    return this.#runtime.noteStep(step);
  }

  /** Closes the workspace and opens it again on what was stored, as if the app had been restarted. */
  restart(): Promise<void> {
    return this.#exchange(async () => {
      this.forgetWallTimes();
      await this.#store.close();
      this.#store = this.#options.makeStore();
      const { workspace, recovered } = await this.#store.open();
      if (workspace === null) throw new Error('nothing was stored to open again');
      return { workspace, recovered };
    });
  }

  /** Lets what is due at this instant happen: after opening what was stored. */
  protected settle(): Promise<void> {
    return this.#runtime.settle();
  }

  /** Stores the workspace and ends. */
  async close(): Promise<void> {
    this.#pacer.pause();
    this.#runtime.giveUpCalls();
    await this.#changing.catch(() => undefined);
    await this.#runtime.idle();
    await this.#save();
    await this.#store.close();
    this.#options.onClose?.();
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #run(workspace: Workspace): Runtime {
    const { caller, sender, onBug } = this.#options;
    const runtime = new Runtime({ ...workspace, caller, sender, journal: this.#store, onBug });
    runtime.subscribe(({ facts }) => {
      this.#told = toldClock(runtime);
      if (facts.length > 0) this.tell({ type: 'facts', facts });
      else this.tell({ type: 'clock' });
    });
    return runtime;
  }

  /** Something a person does: one point to go back to, then the job, then a save where much was journalled. */
  #changes<T>(job: () => Promise<T>): Promise<T | Rejection> {
    const kept = this.checkpoint();
    const run = job();
    this.#changing = run;
    return unlessReplaced(async () => {
      const result = await run;
      if (kept?.seq === this.seq) this.#checkpoints.forget(kept);
      await this.#saveIfMuchIsJournalled();
      return result;
    });
  }

  async #playSlice(durationMs: number, realMs: number): Promise<void> {
    await unlessReplaced(() => this.#runtime.playFor(durationMs, SLICE_MS, realMs));
    await this.#saveIfMuchIsJournalled();
  }

  /** Keeps a point to go back to; `null` where none is kept. */
  protected checkpoint(): Workspace | null {
    // While playing, the point to go back to is where the play began.
    return this.#pacer.isPlaying ? null : this.#checkpoints.keep(() => this.workspace());
  }

  /** To be called where another workspace is opened: its calls may have the same names. */
  protected forgetWallTimes(): void {
    this.#options.wallTimes.forget();
  }

  /** Runs what opens another workspace: who asks for one meanwhile waits until this one is there as it should be. */
  protected opening<T>(open: () => Promise<T>): Promise<T> {
    return this.#openings.take(open);
  }

  /** Another workspace takes the place of this one, stored before anybody sees it; only in an `opening`. */
  protected replace(workspace: Omit<Workspace, 'seq'>): Promise<void> {
    return this.#exchange(async (seq) => {
      const replacement = { ...workspace, seq };
      await this.#store.save(replacement);
      this.#course += 1;
      return { workspace: replacement, recovered: [] };
    });
  }

  /** Exchanges the runtime while no job runs; what was asked of the old one later is refused. */
  #exchange(next: (seq: number) => Promise<OpenedWorkspace>): Promise<void> {
    return this.#exchanges.take(async () => {
      this.#pacer.pause();
      const old = this.#runtime;
      await old.runAlone(async () => {
        const { workspace, recovered } = await next(old.seq);
        old.retire();
        this.#recovered = recovered;
        this.#standing = standingOf(workspace);
        this.#runtime = this.#run(workspace);
        this.#told = toldClock(this.#runtime);
      });
      this.tell({ type: 'replaced' });
      await this.#runtime.settle();
    });
  }

  async #saveIfMuchIsJournalled(): Promise<void> {
    const { saveAfterEntries = SAVE_AFTER_ENTRIES } = this.#options;
    if (this.#store.journalledCount > saveAfterEntries) await this.#save();
  }

  #save(): Promise<void> {
    return this.#runtime.runAlone(() => this.#store.save(this.workspace()));
  }

  /** The present, as it is stored. */
  protected workspace(): Workspace {
    const { world, now, seq, history } = this.#runtime;
    return { ...this.#standing, world, now, seq, history };
  }

  protected tell(event: SimulatorEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
