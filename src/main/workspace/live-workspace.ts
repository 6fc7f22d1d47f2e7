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
import type { Past } from '../runtime/past.ts';
import type { OpenedWorkspace, PlayedScenario, Store, Workspace } from '../runtime/ports.ts';
import { replaceStored } from '../runtime/replace-stored.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type AsPart, Turns } from '../runtime/turns.ts';
import { inTheOneThatIsOpen, unlessReplaced } from '../runtime/workspace-replaced.ts';
import { Acts } from './acts.ts';
import { Clock } from './clock.ts';
import { History } from './history.ts';
import { type Next, Present } from './present.ts';
import { retoldPast } from './retold-past.ts';
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
  readonly acts: Acts;
  readonly clock: Clock;
  readonly history: History;
  #departures = 0;
  /** The last entry that was stored because one went to before what was stored; `null` where that never was so. */
  #arrivedSeq: number | null = null;
  #toldSeq = 0;
  #closing: Promise<void> | null = null;

  constructor(options: WorkspaceOptions, store: Store, opened: OpenedWorkspace, past: Past | null) {
    this.#options = options;
    const { caller, sender, onBug, historyBytes } = options;
    this.#present = new Present(
      { caller, sender, onBug, historyBytes, turns: this.#turns, tell: (event) => this.tell(event) },
      { ...opened, store, past },
    );
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
        stop: () => this.clock.stop(),
        arrived: (wentToSeq) => this.#arrived(wentToSeq),
        replace: (earlier, past, isKept) => this.#putInPlace(earlier, past, { isKept }),
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
    return this.#departures;
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
    // Its calls may have the same names.
    this.#options.wallTimes.forget();
    return this.#putInPlace(workspace, null, { isKept: true });
  }

  /** Closes the workspace and opens it again on what was stored, as if the app had been restarted. */
  restart(): Promise<void> {
    return this.#exchange(
      async () => {
        this.#options.wallTimes.forget();
        await this.#present.store.close();
        const store = this.#options.makeStore();
        const { workspace, ...opened } = await store.open();
        if (workspace === null) throw new Error('nothing was stored to open again');
        return { ...opened, store, workspace, past: await retoldPast(store, workspace, this.#options) };
      },
      { isReopened: true, isKept: true },
    );
  }

  /**
   * Opens a workspace of another store in place of this one, which is saved and closed; a part of what `open` does. `note` notes which
   * one is open, between the two: where it fails, this one stays.
   */
  switchTo(next: OpenedWorkspace & { readonly store: Store }, note: () => Promise<void>): Promise<void> {
    return this.#exchange(
      async () => {
        const { store: left, readOnly } = this.#present;
        if (readOnly === null && left.journalledCount > 0) await left.save(this.stored());
        await note();
        await left.close().catch(this.#options.onBug);
        this.#options.wallTimes.forget();
        // Where this one came from is for its own store.
        this.history.forget();
        this.#departures += 1;
        return { ...next, past: await retoldPast(next.store, next.workspace, this.#options) };
      },
      { isReopened: false, isKept: false },
    );
  }

  /** Gives it another name, stored when this resolves; a part of what `open` does. */
  rename(title: string): Promise<void> {
    return this.#present.rename(title);
  }

  /** Stores a copy as it is now in an empty store; a part of what `open` does. */
  copyTo(store: Store, title: string): Promise<void> {
    return this.#present.copyTo(store, title);
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
    // What goes on turn by turn ends here.
    this.#departures += 1;
    this.clock.stop();
    this.#saver.stop();
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

  #putInPlace(
    workspace: Omit<Workspace, 'seq'>,
    past: Past | null,
    { isKept }: { readonly isKept: boolean },
  ): Promise<void> {
    return this.#exchange(
      async (seq) => {
        const { store } = this.#present;
        const replacement = { ...workspace, seq };
        await replaceStored(store, this.stored(), replacement);
        this.#departures += 1;
        return { store, workspace: replacement, past, recovered: [], readOnly: null };
      },
      { isReopened: false, isKept },
    );
  }

  /** Exchanges what is open in a turn; what makes way can be gone back to where it `isKept`. */
  #exchange(open: (seq: number) => Promise<Next>, as: { isReopened: boolean; isKept: boolean }): Promise<void> {
    return this.#turns.take(async (asPart) => {
      this.clock.stop();
      const left = await asPart(() => this.#present.exchange(open, as));
      if (as.isKept && left !== null) this.history.leave(left);
      this.tell({ type: 'replaced' });
      await asPart(() => this.#runtime.settle());
    });
  }

  /** Another point was visited. The journal says so, but cannot lead to before the document that it continues from. */
  async #arrived(wentToSeq: number): Promise<void> {
    const { store } = this.#present;
    if (wentToSeq < store.savedSeq) {
      // Going on and on through the past must not leave backups of nothing else.
      await store.save(this.stored(), {
        supersedes: this.#arrivedSeq === store.savedSeq && store.journalledCount === 1,
      });
      this.#arrivedSeq = store.savedSeq;
    }
    this.#departures += 1;
  }
}
