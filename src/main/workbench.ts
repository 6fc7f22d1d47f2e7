/**
 * The workspace that is open: its store, its runtime and its clock, what people do with them, and where they can go back to.
 * `Simulator` adds the scenarios.
 */
import { findAction } from '../engine/decide.ts';
import type { ClockState, PlayedStep, WallTime } from '../shared/contract.ts';
import { isRejection, type Rejection, reject } from '../shared/errors.ts';
import type { Command } from '../shared/inputs.ts';
import { resolveInstant } from '../shared/instant.ts';
import type { Delivery, Instant, World } from '../shared/model.ts';
import type { RespondTo } from '../shared/scenario.ts';
import { StoreFailure } from '../shared/store-failure.ts';
import type { BackupInfo } from '../shared/workspace-contract.ts';
import { Pacer } from './runtime/pacer.ts';
import type { Past } from './runtime/past.ts';
import type { CallbackReply, Outcome, PlayedScenario, Store, Workspace } from './runtime/ports.ts';
import { replaceStored } from './runtime/replace-stored.ts';
import { Runtime } from './runtime/runtime.ts';
import { type ToldClock, toldClock } from './runtime/told-clock.ts';
import { Turns } from './runtime/turns.ts';
import { inTheOneThatIsOpen, unlessReplaced } from './runtime/workspace-replaced.ts';
import { Saver } from './saver.ts';
import { deliveryOf } from './scenario/delivery.ts';
import type { SimulatorEvent } from './simulator-event.ts';
import { TimeTravel } from './time-travel.ts';
import type { OpenedWorkspace, WorkbenchOptions } from './workbench-options.ts';

/** What becomes of a workspace that makes way: it can be gone back to, it is opened again, or it is left for good. */
type Leaves = 'replaced' | 'reopened' | 'nothing';

const SAVE_AFTER_ENTRIES = 20_000;
/** Real time that one slice of play may take before others get a turn. */
const SLICE_MS = 12;

/** What of a workspace nothing moves: where it comes from. */
type Provenance = Pick<Workspace, 'title' | 'origin' | 'source'>;
const provenanceOf = ({ title, origin, source }: Workspace): Provenance => ({ title, origin, source });

export abstract class Workbench {
  readonly #options: WorkbenchOptions;
  readonly #listeners = new Set<(event: SimulatorEvent) => void>();
  readonly history: TimeTravel;
  readonly #pacer: Pacer;
  /** What opens another workspace, to its end. */
  readonly #openings = new Turns();
  readonly #exchanges = new Turns();
  readonly #saver: Saver;
  #store: Store;
  #runtime: Runtime;
  #provenance: Provenance;
  /** What may be told of the clock. */
  #told: ToldClock;
  /** How often another workspace took the place of this one. */
  #course = 0;
  #recovered: readonly string[] = [];
  /** Why nothing in the workspace can be changed; `null` where it can. */
  #readOnly: string | null;
  /** What is done while playing is one occasion. */
  #play: object = {};
  #changing: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;

  protected constructor(options: WorkbenchOptions, store: Store, { workspace, recovered, readOnly }: OpenedWorkspace) {
    this.#options = options;
    this.#store = store;
    this.#provenance = provenanceOf(workspace);
    this.#recovered = recovered;
    this.#readOnly = readOnly;
    this.#saver = new Saver({
      begin: () => this.#runtime.runAlone(() => this.#store.begin(this.workspace())),
      journalledCount: () => this.#store.journalledCount,
      saveAfterEntries: options.saveAfterEntries ?? SAVE_AFTER_ENTRIES,
      onChange: () => this.tell({ type: 'clock' }),
    });
    this.#runtime = this.#run(workspace, null, null);
    this.history = new TimeTravel(
      {
        runtime: () => this.#runtime,
        store: () => this.#store,
        stop: () => this.#pacer.pause(),
        arrived: (wentToSeq) => this.#arrived(wentToSeq),
        replace: (earlier, past, leaves) => this.#putInPlace(earlier, past, leaves),
        alone: (job) => this.opening(job),
      },
      options.historyBytes,
    );
    this.#told = toldClock(this.#runtime);
    this.#pacer = new Pacer({
      playFor: (durationMs, realMs) => this.#playSlice(durationMs, realMs),
      onError: (error) => {
        this.tell({ type: 'clock' });
        if (error instanceof StoreFailure) this.#saver.failed(error.message);
        else options.onBug(error);
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
    return this.#provenance.title;
  }
  get scheduledCount(): number {
    return this.#told.scheduledCount;
  }
  /** The scenario in the player. */
  protected get played(): PlayedScenario | null {
    return this.#runtime.ledger.player;
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
      canGoBack: this.history.canGoBack,
      callbackBase: this.#options.callbackIsReachable ? this.#options.callbackBase : null,
      notSaved: this.#readOnly ?? this.#saver.problem,
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
    const job = () => this.#changes(() => this.#runtime.submit(command, { settle: !this.#pacer.isPlaying }));
    // Reading changes nothing that one would go back on.
    return command.type === 'readNotifications' ? this.#runtime.onOccasion(null, job) : job();
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
    if (this.#readOnly !== null) throw new StoreFailure('unwritable', this.#readOnly);
    this.#play = {};
    this.#pacer.play();
    this.tell({ type: 'clock' });
  }

  /** Stops the play and stores the workspace; rejects where it could not be stored. */
  async pause(): Promise<void> {
    if (!this.#pacer.isPlaying) return;
    this.#pacer.pause();
    await unlessReplaced(async () => {
      await this.#runtime.settle();
      this.tell({ type: 'clock' });
      await this.#saver.save();
    });
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
    return this.history.back();
  }

  /** What is asked within `ask` is done on one occasion: one point to go back to; `null`: on none that could be gone back on. */
  protected onOccasion<T>(occasion: object | null, ask: () => T): T {
    return this.#runtime.onOccasion(occasion, ask);
  }

  /** A wish of a scenario's step, and all that happens at this instant because of it. */
  protected submit(command: Command): Promise<Outcome> {
    return this.#runtime.submit(command);
  }

  /** Puts down what came of a step of the scenario in the player; it is on disk when this resolves. */
  protected noteStep(step: PlayedStep): Promise<void> {
    return this.#runtime.noteStep(step);
  }

  /** Closes the workspace and opens it again on what was stored, as if the app had been restarted. */
  restart(): Promise<void> {
    return this.#exchange(
      async () => {
        this.forgetWallTimes();
        await this.#store.close();
        this.#store = this.#options.makeStore();
        const { workspace, ...opened } = await this.#store.open();
        if (workspace === null) throw new Error('nothing was stored to open again');
        return { workspace, ...opened };
      },
      { leaves: 'reopened' },
    );
  }

  /** The last few saves of the workspace, the latest first. */
  backups(): Promise<BackupInfo[]> {
    return this.#store.backups();
  }
  /** The workspace as it was saved then; `null` where there is no such backup, a sentence where it is damaged. */
  protected backup(saveNumber: number): Promise<Workspace | string | null> {
    return this.#store.backup(saveNumber);
  }

  /** Lets what is due at this instant happen: after opening what was stored. */
  protected settle(): Promise<void> {
    return this.#runtime.settle();
  }

  /** Stores the workspace and ends; whatever fails, the workspace is unlocked. Asked again, it is the same closing. */
  close(): Promise<void> {
    this.#closing ??= this.end();
    return this.#closing;
  }

  protected async end(): Promise<void> {
    this.#pacer.pause();
    this.#saver.stop();
    this.#runtime.giveUpCalls();
    try {
      await this.#changing.catch(() => undefined);
      await this.#runtime.idle();
      if (this.#readOnly === null && !this.#options.isKeptInMemory) await this.#saver.save();
    } finally {
      await this.#store.close().finally(this.#options.onClose);
    }
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #run(workspace: Workspace, past: Past | null, occasion: object | null): Runtime {
    const { caller, sender, onBug, historyBytes } = this.#options;
    const ports = { caller, sender, journal: this.#store };
    const runtime = new Runtime({ ...workspace, ...ports, past, occasion, historyBytes, onBug });
    runtime.subscribe(({ facts, changes }) => {
      this.#told = toldClock(runtime);
      if (changes !== null) this.tell({ type: 'changed', changes });
      if (changes !== null) this.tell({ type: 'player' });
      if (facts.length > 0) this.tell({ type: 'facts', facts });
      else if (changes === null) this.tell({ type: 'clock' });
    });
    return runtime;
  }

  /** Something a person does: the point before it is one to go back to. Then a save where much was journalled. */
  #changes<T>(job: () => Promise<T>): Promise<T | Rejection> {
    if (this.#readOnly !== null) return Promise.resolve(reject('notAllowed', this.#readOnly));
    const run = this.#runtime.onOccasion(this.#pacer.isPlaying ? this.#play : {}, job);
    this.#changing = run;
    return unlessReplaced(async () => {
      const result = await run;
      this.#saver.saveIfDue();
      return result;
    });
  }

  async #playSlice(durationMs: number, realMs: number): Promise<void> {
    const slice = () => this.#runtime.playFor(durationMs, SLICE_MS, realMs);
    await unlessReplaced(() => this.#runtime.onOccasion(this.#play, slice));
    this.#saver.saveIfDue();
  }

  /** To be called where another workspace is opened: its calls may have the same names. */
  protected forgetWallTimes(): void {
    this.#options.wallTimes.forget();
  }

  /** Runs what opens another workspace: who asks for one meanwhile waits until this one is there as it should be. */
  protected opening<T>(open: () => Promise<T>): Promise<T> {
    if (this.#readOnly !== null) return Promise.reject(new StoreFailure('unwritable', this.#readOnly));
    return this.#openings.take(open);
  }

  /** Another workspace takes the place of this one, stored before anybody sees it; only in an `opening`. */
  protected replace(workspace: Omit<Workspace, 'seq'>): Promise<void> {
    return this.#putInPlace(workspace, null, 'replaced');
  }

  #putInPlace(workspace: Omit<Workspace, 'seq'>, past: Past | null, leaves: Leaves): Promise<void> {
    return this.#exchange(
      async (seq) => {
        const replacement = { ...workspace, seq };
        await replaceStored(this.#store, this.workspace(), replacement);
        this.#course += 1;
        return { workspace: replacement, recovered: [], readOnly: null };
      },
      { past, leaves },
    );
  }

  /** Exchanges the runtime while no job runs; what was asked of the old one later is refused. */
  #exchange(
    next: (seq: number) => Promise<OpenedWorkspace>,
    { past = null, leaves }: { past?: Past | null; leaves: Leaves },
  ): Promise<void> {
    return this.#exchanges.take(async () => {
      this.#pacer.pause();
      const old = this.#runtime;
      await old.runAlone(async () => {
        const left = { workspace: this.workspace(), past: old.ledger.closedPast(), isReopened: leaves === 'reopened' };
        const { workspace, recovered, readOnly } = await next(old.seq);
        this.#readOnly = readOnly;
        old.retire();
        if (leaves !== 'nothing') this.history.leave(left);
        this.#recovered = recovered;
        this.#provenance = provenanceOf(workspace);
        const occasion = leaves === 'reopened' ? (left.past?.occasion ?? null) : null;
        this.#runtime = this.#run(workspace, past, occasion);
        this.#told = toldClock(this.#runtime);
      });
      this.tell({ type: 'replaced' });
      await this.#runtime.settle();
    });
  }

  /** Another point was gone to. The journal says so, but cannot lead to before the document that it goes on from. */
  async #arrived(wentToSeq: number): Promise<void> {
    if (wentToSeq < this.#store.savedSeq) await this.#store.save(this.workspace());
    this.#course += 1;
  }

  /** The present, as it is stored. */
  protected workspace(): Workspace {
    const { world, now, seq, ledger } = this.#runtime;
    return { ...this.#provenance, world, now, seq, history: ledger.history, player: ledger.player };
  }

  protected tell(event: SimulatorEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
