/**
 * The workspace that is open: its store and its runtime, what people do with them, its clock, and where they can go back to. All that
 * is done with it has its turn in one order, which goes on when another workspace takes its place.
 */
import { closedCount } from '../../engine/case/room.ts';
import type { WallTime } from '../../shared/contract.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import type { Instant } from '../../shared/model.ts';
import type { PlayedStep } from '../../shared/played.ts';
import type { RecordingNote } from '../../shared/recording.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import type { World } from '../../shared/world.ts';
import type { OpenedWorkspace, PlayedScenario, Store, Workspace } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type AsPart, Turns } from '../runtime/turns.ts';
import { inTheOneThatIsOpen, unlessReplaced } from '../runtime/workspace-replaced.ts';
import { Acts } from './acts.ts';
import { Clock } from './clock.ts';
import { Exchanges } from './exchanges.ts';
import { History } from './history.ts';
import { Present } from './present.ts';
import { Saver } from './saver.ts';
import type { SimulatorEvent } from './simulator-event.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

const SAVE_AFTER_ENTRIES = 20_000;
const CLOSED_CASES_KEPT = 100_000;

/** What is asked for within `ask` is a part of the turn, done on an occasion; `null`: on none that could be gone back on. */
export type OnOccasion = <T>(occasion: object | null, ask: () => T) => T;

export class LiveWorkspace {
  readonly #options: WorkspaceOptions;
  readonly #listeners = new Set<(event: SimulatorEvent) => void>();
  readonly #turns = new Turns();
  readonly #present: Present;
  readonly #saver: Saver;
  readonly #exchanges: Exchanges;
  readonly acts: Acts;
  readonly clock: Clock;
  readonly history: History;
  #toldSeq = 0;
  #closing: Promise<void> | null = null;

  constructor(options: WorkspaceOptions, store: Store, opened: OpenedWorkspace, past: 'stored' | null) {
    this.#options = options;
    const { caller, sender, onBug, historyBytes } = options;
    this.#present = new Present(
      { caller, sender, onBug, historyBytes, turns: this.#turns, tell: (event) => this.tell(event) },
      { ...opened, store, past },
    );
    this.#exchanges = new Exchanges({
      ...options,
      present: this.#present,
      turns: this.#turns,
      history: () => this.history,
      stop: () => this.clock.stop(),
      tell: (event) => this.tell(event),
    });
    this.#saver = new Saver({
      begin: async () => {
        await this.#makeRoom();
        return this.#runtime.runAlone(() => this.#present.store.begin(this.stored()));
      },
      journalledCount: () => this.#present.store.journalledCount,
      saveAfterEntries: options.saveAfterEntries ?? SAVE_AFTER_ENTRIES,
      onChange: () => this.tell({ type: 'clock' }),
    });
    this.acts = new Acts({
      runtime: () => this.#runtime,
      clock: () => this.clock,
      saver: this.#saver,
      readOnly: () => this.#present.readOnly,
    });
    this.clock = new Clock({
      runtime: () => this.#runtime,
      saver: this.#saver,
      standing: () => ({
        ...this.#present.told,
        startAt: this.world.startAt,
        canGoBack: this.history.canGoBack,
        recordedCount: this.#recordedCount,
        callbackBase: options.callbackIsReachable ? options.callbackBase : null,
        notSaved: this.#present.readOnly ?? this.#saver.problem,
      }),
      readOnly: () => this.#present.readOnly,
      change: (job) => this.acts.change(job),
      onChange: () => this.tell({ type: 'clock' }),
      onBug: options.onBug,
    });
    this.history = new History(
      {
        runtime: () => this.#runtime,
        store: () => this.#present.store,
        reading: () => this.#present.reading,
        stop: () => this.clock.stop(),
        arrived: (wentToSeq) => this.#exchanges.arrived(wentToSeq),
        replace: (earlier, past, isKept) => this.#exchanges.putInPlace(earlier, past, isKept),
        open: (job) => this.#unlessReadOnly(() => this.#turns.open(job)),
      },
      options.historyBytes,
    );
  }

  /** As it is now, in the middle of a job too: what is told to others of it is read by `look`. */
  get world(): World {
    return this.#runtime.world;
  }
  /** Where virtual time stands, as far as it is on disk; so it is with all that tells of the clock. */
  get now(): Instant {
    return this.#present.told.now;
  }
  /** The number of the last input. */
  get seq(): number {
    return this.#runtime.seq;
  }
  get title(): string {
    return this.#present.title;
  }
  get scheduledCount(): number {
    return this.#present.told.scheduledCount;
  }
  /** When the next scheduled event happens; `null` where nothing is scheduled. */
  get nextAt(): Instant | null {
    return this.#present.told.next?.at ?? null;
  }
  /** The scenario in the player. */
  get played(): PlayedScenario | null {
    return this.#runtime.ledger.player;
  }
  /** What people and outside systems did, and what was noted between it. */
  get acted(): Workspace['history'] {
    return this.#runtime.ledger.history;
  }
  /** Where in it the recording begins that goes on; `null` where nothing is being recorded. */
  get recordedFrom(): number | null {
    return this.#runtime.ledger.recordedFrom;
  }
  /** The steps of the player that the app was closed in, when this workspace was opened from what was stored. */
  get leftByClosing(): ReadonlySet<PlayedStep> {
    return this.#present.leftByClosing;
  }
  /** How often what was open has been left: for another workspace, another point in this one, or by closing. */
  get departures(): number {
    return this.#exchanges.departures;
  }
  get callbackBase(): string {
    return this.#options.callbackBase;
  }
  /** What was damaged and recovered when the workspace was opened. */
  get recovered(): readonly string[] {
    return this.#present.recovered;
  }
  /** Why nothing in the workspace can be changed; `null` where it can. */
  get readOnly(): string | null {
    return this.#present.readOnly;
  }

  /** The present, as it is stored. */
  stored(): Workspace {
    return this.#present.stored();
  }

  /** How many real milliseconds the latest calls to an API took. */
  wallTimes(externalApi: string): WallTime[] {
    return this.#options.wallTimes.of(externalApi);
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

  /** The number of the last event that was told, from 1; it rises wherever one goes. */
  get toldSeq(): number {
    return this.#toldSeq;
  }

  tell(event: SimulatorEvent): void {
    this.#toldSeq += 1;
    for (const listener of this.#listeners) listener(event);
  }

  // ── What has many parts ───────────────────────────────────────────────────────────────────────────────────────────

  /** Has one turn for all parts of `job`. */
  undertake<T>(job: (onOccasion: OnOccasion) => Promise<T>): Promise<T> {
    return this.#turns.take((asPart) => job(this.#within(asPart)));
  }

  /** The same for what replaces the workspace. */
  open<T>(job: (onOccasion: OnOccasion) => Promise<T>): Promise<T> {
    return this.#unlessReadOnly(() => this.#turns.open((asPart) => job(this.#within(asPart))));
  }

  /** The same with the result of `prepare`, which keeps nobody waiting but other openings. */
  prepareAndOpen<P, T>(
    prepare: () => Promise<P>,
    job: (prepared: P, onOccasion: OnOccasion) => Promise<T>,
  ): Promise<T> {
    return this.#unlessReadOnly(() =>
      this.#turns.prepareAndOpen(prepare, (prepared, asPart) => job(prepared, this.#within(asPart))),
    );
  }

  /** Puts down what came of a step of the scenario in the player; it is on disk when this resolves. */
  noteStep(step: PlayedStep): Promise<void> {
    return this.#runtime.noteStep(step);
  }

  /** Writes down what somebody who records adds, as `make` says when its turn has come; it is on disk when this resolves. */
  async note<N extends RecordingNote>(make: () => N | Rejection): Promise<N | Rejection> {
    if (this.readOnly !== null) return reject('notAllowed', this.readOnly);
    const noted = await unlessReplaced(() => this.#runtime.note(make));
    this.tell({ type: 'clock' });
    return noted;
  }

  /** Lets what is due at this instant happen: after opening what was stored. */
  settle(): Promise<void> {
    return this.#runtime.settle();
  }

  /** Another workspace replaces this one, stored before anybody sees it; a part of what `open` does. */
  replace(workspace: Omit<Workspace, 'seq'>): Promise<void> {
    return this.#exchanges.replace(workspace);
  }

  /** Closes the workspace and opens it again on what was stored, as if the app had been restarted. */
  restart(): Promise<void> {
    return this.#exchanges.restart();
  }

  /**
   * Opens a workspace of another store in place of this one, which is saved and closed; a part of what `open` does. `note` notes which
   * one is open, between the two: where it fails, this one stays.
   */
  switchTo(next: OpenedWorkspace & { readonly store: Store }, note: () => Promise<void>): Promise<void> {
    return this.#exchanges.switchTo(next, note);
  }

  /** Gives it another name, stored when this resolves; a part of what `open` does. */
  rename(title: string): Promise<void> {
    return this.#present.rename(title);
  }

  /** Does `job` while all of it is stored and nothing changes; a part of what `open` does. */
  whileStored(job: () => Promise<void>): Promise<void> {
    return this.#present.whileStored(job);
  }

  /** The last few saves of the workspace, newest first. */
  backups(): Promise<BackupInfo[]> {
    return this.#present.store.backups();
  }
  /** The workspace as it was saved then; `null` where there is no such backup, a sentence where it is damaged. */
  backup(saveNumber: number): Promise<Workspace | string | null> {
    return this.#present.store.backup(saveNumber);
  }

  /** Stores the workspace and ends; whatever fails, the workspace is unlocked. Asked again, it is the same closing. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    this.#exchanges.depart();
    this.clock.stop();
    this.#saver.stop();
    this.#present.reading?.end();
    this.#runtime.giveUpCalls();
    try {
      await this.#turns.idle();
      if (this.#present.readOnly === null && !this.#options.isKeptInMemory) await this.#saver.save();
    } finally {
      await this.#present.store.close().finally(this.#options.onClose);
    }
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  get #runtime(): Runtime {
    return this.#present.runtime;
  }

  get #recordedCount(): number | null {
    const { recordedFrom, history } = this.#runtime.ledger;
    return recordedFrom === null ? null : history.length - recordedFrom - 1;
  }

  #within(asPart: AsPart): OnOccasion {
    return (occasion, ask) => asPart(() => this.#runtime.onOccasion(occasion, ask));
  }

  /** Now and then, many at a time: each time all Cases are looked at. */
  async #makeRoom(): Promise<void> {
    const { closedCasesKept: kept = CLOSED_CASES_KEPT } = this.#options;
    const most = kept * 1.02;
    if (this.world.cases.size > most && closedCount(this.world) > most) await this.#runtime.makeRoom(kept);
  }

  #unlessReadOnly<T>(open: () => Promise<T>): Promise<T> {
    return this.#present.readOnly === null
      ? open()
      : Promise.reject(new StoreFailure('unwritable', this.#present.readOnly));
  }
}
