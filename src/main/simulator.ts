/**
 * The simulator as the hosts, the command line and the tests see it: the workspace that is open, the library, and the
 * scenario in its player. It wires nothing: `createSimulator` hands it what it needs.
 */
import { findAction } from '../engine/decide.ts';
import { presentDefinitions } from '../engine/present-definitions.ts';
import type { LibraryEntry, PlayedStep, PlayerState } from '../shared/contract.ts';
import { type Rejection, reject } from '../shared/errors.ts';
import type { Command } from '../shared/inputs.ts';
import type { TrialPick } from '../shared/lab.ts';
import type { RespondTo, Scenario, Step } from '../shared/scenario.ts';
import { Lab, type LabOptions } from './lab/lab.ts';
import { freshWorkspace } from './runtime/fresh-workspace.ts';
import type { PlayedScenario, Store, Workspace } from './runtime/ports.ts';
import { Turns } from './runtime/turns.ts';
import { exportAction, exportScenario, scenarioText } from './scenario/export.ts';
import type { Library } from './scenario/library.ts';
import { loadAside } from './scenario/load-aside.ts';
import {
  brokenOff,
  interrupted,
  isFinished,
  isInterrupted,
  type PlayerActivity,
  pendingStep,
  playerState,
  taken,
} from './scenario/player.ts';
import type { Problem } from './scenario/problem.ts';
import { type StepTarget, takeStep } from './scenario/take-step.ts';
import { Workbench } from './workbench.ts';
import type { OpenedWorkspace, WorkbenchOptions } from './workbench-options.ts';

export type { SimulatorEvent } from './simulator-event.ts';

export interface SimulatorOptions extends WorkbenchOptions {
  readonly library: Library;
  /** Where the Lab keeps its runs, and who plays them. */
  readonly lab: Omit<LabOptions, 'present'>;
  /** The file that the threads run which load long scenario texts; without it they are loaded in this one. */
  readonly scenarioWorkerUrl?: URL | null | undefined;
  /** Makes the key of a new workspace's callback secrets; `null` where these are to follow from the seed. */
  readonly newCallbackKey: () => string | null;
}

/** Where a scenario comes from: its id in the library, the text of its file. */
export interface OpenedFrom {
  readonly id?: string | null | undefined;
  readonly source?: string | undefined;
}

export type OpenResult = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What restoring a backup came to; why not, in a sentence. */
export type RestoreResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'missing' | 'damaged'; readonly message: string };

export class Simulator extends Workbench {
  readonly #library: Library;
  readonly #newCallbackKey: () => string | null;
  readonly #scenarioWorkerUrl: URL | null;
  readonly #closing = new AbortController();
  readonly lab: Lab;
  /** Whether there was a stored workspace when this one was opened. */
  readonly hadWorkspace: boolean;
  /** The run of the player that is going on, or was the last: in which workspace, and what it does. */
  #run: { readonly course: number; activity: PlayerActivity } = { course: 0, activity: 'at rest' };
  /** The steps that were asked for one by one. */
  readonly #stepping = new Turns();
  /** The steps that were found as the app was closed in them. */
  #leftByClosing: ReadonlySet<PlayedStep> = new Set();

  private constructor(options: SimulatorOptions, store: Store, opened: OpenedWorkspace, hadWorkspace: boolean) {
    super(options, store, opened);
    this.hadWorkspace = hadWorkspace;
    this.#library = options.library;
    this.#newCallbackKey = options.newCallbackKey;
    this.#scenarioWorkerUrl = options.scenarioWorkerUrl ?? null;
    this.#lookForInterrupted();
    this.lab = new Lab({
      ...options.lab,
      present: () => this.look(() => ({ definitions: presentDefinitions(this.world), startAt: this.world.startAt })),
    });
  }

  /** Opens what is stored, or starts with `initial`, its steps taken, where nothing is. */
  static async open(options: SimulatorOptions, initial: () => Promise<Scenario> | Scenario): Promise<Simulator> {
    const store = options.makeStore();
    const { workspace: stored, recovered, readOnly } = await store.open();
    try {
      if (stored !== null) {
        const workspace = readOnly === null ? withCallbackKey(stored, options.newCallbackKey) : stored;
        // Before any token is told that could not be told again.
        if (workspace !== stored) await store.save(workspace);
        const simulator = new Simulator(options, store, { workspace, recovered, readOnly }, true);
        if (readOnly === null) await simulator.settle();
        return simulator;
      }
      const scenario = await initial();
      const fresh = freshWorkspace(scenario, { callbackKey: options.newCallbackKey() });
      await store.save(fresh);
      const simulator = new Simulator(options, store, { workspace: fresh, recovered, readOnly: null }, false);
      await simulator.#takeSilently(scenario);
      return simulator;
    } catch (error) {
      await store.close().catch(() => undefined);
      throw error;
    }
  }

  player(): PlayerState | null {
    return this.played && playerState(this.played, this.#activity, this.#leftByClosing);
  }

  #lookForInterrupted(): void {
    this.#leftByClosing = new Set(this.played?.taken.filter(isInterrupted));
  }

  override async restart(): Promise<void> {
    await super.restart();
    this.#lookForInterrupted();
  }

  library(): Promise<LibraryEntry[]> {
    return this.#library.entries();
  }
  libraryText(id: string): Promise<{ fileName: string; text: string } | null> {
    return this.#library.text(id);
  }

  /** Opens a library scenario as the workspace, none of its steps taken. */
  async openLibrary(id: string): Promise<OpenResult> {
    const file = await this.libraryText(id);
    if (!file) {
      const problem = {
        file: id,
        line: 1,
        column: 1,
        path: '$',
        message: `the library has no scenario ${JSON.stringify(id)}`,
      };
      return { ok: false, problems: [problem] };
    }
    return this.openText(file.fileName, file.text, id);
  }

  /** The same with a file's text; a file with problems changes nothing. */
  openText(fileName: string, text: string, id: string | null = null): Promise<OpenResult> {
    return this.opening(async () => {
      const { signal } = this.#closing;
      const loaded = await loadAside(text, fileName, { workerUrl: this.#scenarioWorkerUrl, signal });
      if (!loaded.ok) return loaded;
      await this.#replaceBy(loaded.scenario, loaded.title, { id, source: text });
      return { ok: true };
    });
  }

  /** Opens a scenario that was loaded already. */
  openScenario(scenario: Scenario, title: string, from: OpenedFrom = {}): Promise<void> {
    return this.opening(() => this.#replaceBy(scenario, title, from));
  }

  async #replaceBy(scenario: Scenario, title: string, from: OpenedFrom = {}): Promise<void> {
    const { id = null, source = null } = from;
    this.forgetWallTimes();
    const player = scenario.steps.length > 0 ? { title, id, steps: scenario.steps, taken: [] } : null;
    const callbackKey = this.#newCallbackKey();
    await this.replace({ ...freshWorkspace(scenario, { source, callbackKey }), title, player });
  }

  /** A life of one of the Lab's runs as a scenario file; `null` where no life was like that. */
  async labTrial(id: string, variant: number, pick: TrialPick): Promise<{ fileName: string; text: string } | null> {
    const scenario = await this.lab.trial(id, variant, pick);
    return scenario === null ? null : { fileName: 'trial.yaml', text: scenarioText(scenario) };
  }

  /** Ends the Lab's runs, stores the workspace and ends. */
  protected override async end(): Promise<void> {
    this.#closing.abort();
    try {
      await this.lab.close();
    } finally {
      await super.end();
    }
  }

  /** Starts over with the sample workspace. */
  async openSample(): Promise<void> {
    await this.opening(async () => {
      const sample = await this.#library.sample();
      await this.#replaceBy({ ...sample, steps: [] }, sample.title ?? 'Sample workspace');
      await this.#takeSilently(sample);
    });
  }

  /** Starts over with nothing in it. */
  async openEmpty(): Promise<void> {
    await this.openScenario(this.#library.empty(), 'Empty workspace');
  }

  /** A backup as the workspace; one can go back to the present one, which is kept as a backup too. */
  restoreBackup(saveNumber: number): Promise<RestoreResult> {
    return this.opening(async () => {
      // Before anything is saved: that may remove the oldest one.
      const backup = await this.backup(saveNumber);
      if (backup === null) return { ok: false, reason: 'missing', message: `There is no backup ${saveNumber}.` };
      if (typeof backup === 'string') return { ok: false, reason: 'damaged', message: backup };
      this.forgetWallTimes();
      await this.replace(withCallbackKey(backup, this.#newCallbackKey));
      return { ok: true };
    });
  }

  /** Takes the next step of the open scenario; asked again before it is taken, the one after it follows. */
  stepScenario(): Promise<{ ok: true } | Rejection> {
    return this.#stepping.take(() => this.#playScenario(1));
  }

  /** Takes all steps that are left. */
  async runScenario(): Promise<{ ok: true } | Rejection> {
    return this.#playScenario(Number.POSITIVE_INFINITY);
  }

  async #playScenario(count: number): Promise<{ ok: true } | Rejection> {
    if (!this.played) return reject('notAllowed', 'No scenario is open. Open one of the library, or a file.');
    if (this.#activity !== 'at rest') return reject('notAllowed', 'The scenario is running already.');
    if (isFinished(this.played)) {
      return reject('notAllowed', 'All steps were taken. Open the scenario again to start over.');
    }
    await this.pause();
    const occasion = {};
    const run = { course: this.course, activity: 'between steps' as PlayerActivity };
    const isCurrent = () => run.course === this.course;
    this.#run = run;
    this.tell({ type: 'player' });
    try {
      for (let taken = 0; taken < count && isCurrent() && this.played && !isFinished(this.played); taken += 1) {
        run.activity = 'taking a step';
        await this.#takeNextStep(this.played, occasion, isCurrent);
        run.activity = 'between steps';
        this.tell({ type: 'player' });
      }
    } catch (error) {
      if (isCurrent()) throw error;
    } finally {
      run.activity = 'at rest';
      this.tell({ type: 'player' });
    }
    return isCurrent() ? { ok: true } : reject('notAllowed', 'You went elsewhere before all steps were taken.');
  }

  /** Takes a step. It is on disk as interrupted before it begins, and as what came of it when it has ended. */
  async #takeNextStep(
    { steps, taken: { length } }: PlayedScenario,
    occasion: object,
    isCurrent: () => boolean,
  ): Promise<void> {
    const step = steps[length] as Step;
    const pending = pendingStep(step, length + 1);
    const note = (played: PlayedStep) => this.onOccasion(occasion, () => this.noteStep(played));
    await note(interrupted(pending));
    try {
      const outcome = await takeStep(this.#stepTarget(occasion), step, pending.number);
      if (isCurrent()) await note(taken(pending, outcome));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (isCurrent()) await note(brokenOff(pending, why));
      throw error;
    }
  }

  /** What the steps of a scenario act on. All of it is done on one occasion; `null`: on none that could be gone back on. */
  #stepTarget(occasion: object | null): StepTarget {
    const target = this;
    const as = <T>(ask: () => T): T => this.onOccasion(occasion, ask);
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
      act: (command: Command) => as(() => this.submit(command)),
      respond: (response: RespondTo) => as(() => this.respond(response)),
      advance: (wish: { by: number } | { to: number }) => as(() => this.advance(wish)),
      next: (count: number) => as(() => this.next(count)),
      untilIdle: () => as(() => this.untilIdle()),
      restart: () => this.restart(),
    };
  }

  get #activity(): PlayerActivity {
    return this.#run.course === this.course ? this.#run.activity : 'at rest';
  }

  /** Takes all steps without a player: they only bring the workspace to where it is interesting. */
  async #takeSilently({ steps }: Scenario): Promise<void> {
    const target = this.#stepTarget(null);
    for (const [index, step] of steps.entries()) await takeStep(target, step, index + 1);
  }

  /** One Action's life so far as a scenario file, or why there is none. */
  exportAction(reference: string): { fileName: string; text: string } | Rejection {
    const action = findAction(this.world, reference);
    return action ? exportAction(this.workspace(), action) : reject('unknown', `There is no Action ${reference}.`);
  }

  /** The present workspace as a scenario file: what it began with, and what people and outside systems did since. */
  exportScenario(): { fileName: string; text: string } {
    return exportScenario(this.workspace());
  }
}

/** A workspace of an earlier version has no key yet: its Actions keep their tokens, later ones get theirs from a new key. */
function withCallbackKey(workspace: Workspace, newCallbackKey: () => string | null): Workspace {
  if (workspace.world.callbackKey !== null) return workspace;
  const callbackKey = newCallbackKey();
  return callbackKey === null ? workspace : { ...workspace, world: { ...workspace.world, callbackKey } };
}
