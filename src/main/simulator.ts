/**
 * The simulator as the hosts, the command line and the tests see it, put together from its parts. It wires nothing: `createSimulator`
 * hands it what it needs.
 */
import { findAction } from '../engine/decide.ts';
import { presentDefinitions } from '../engine/definitions/present-definitions.ts';
import { type Rejection, reject } from '../shared/errors.ts';
import type { TrialPick } from '../shared/lab.ts';
import type { Life } from '../shared/lab-contract.ts';
import type { Instant } from '../shared/model.ts';
import type { Scenario } from '../shared/scenario.ts';
import type { World } from '../shared/world.ts';
import { worldToJson } from '../shared/world-json.ts';
import { Coverage } from './coverage/coverage.ts';
import { Lab, type LabOptions } from './lab/lab.ts';
import { freshWorkspace } from './runtime/fresh-workspace.ts';
import type { OpenedWorkspace, Store } from './runtime/ports.ts';
import { exportAction, exportScenario, scenarioText } from './scenario/export.ts';
import type { Library } from './scenario/library.ts';
import { Rehearsal, type RehearsalOptions } from './scenario/rehearsal.ts';
import { withCallbackKey } from './workspace/callback-key.ts';
import type { Clock } from './workspace/clock.ts';
import { Eraser } from './workspace/eraser.ts';
import type { History } from './workspace/history.ts';
import { Lesson, type LessonOptions } from './workspace/lesson.ts';
import { LiveWorkspace } from './workspace/live-workspace.ts';
import { Opener, type OpenerOptions } from './workspace/opener.ts';
import { Player } from './workspace/player.ts';
import { Presenter } from './workspace/presenter.ts';
import { Reading } from './workspace/reading.ts';
import { Recorder } from './workspace/recorder.ts';
import { Switcher, type SwitcherOptions } from './workspace/switcher.ts';
import type { WorkspaceOptions } from './workspace/workspace-options.ts';

export type { OpenedFrom, OpenResult } from './workspace/opener.ts';
export type { SimulatorEvent } from './workspace/simulator-event.ts';

export interface SimulatorOptions
  extends Omit<WorkspaceOptions, 'makeStore'>,
    OpenerOptions,
    SwitcherOptions,
    LessonOptions,
    RehearsalOptions {
  /** Where the Lab keeps its runs, and who plays them. */
  readonly lab: Omit<LabOptions, 'present'>;
  /** Takes all steps of a scenario in a workspace in memory that is then left: what is there in the end, and when that is. */
  readonly playApart: (scenario: Scenario) => Promise<{ readonly world: World; readonly now: Instant }>;
}

/** A scenario as a file. */
export interface ScenarioFile {
  readonly fileName: string;
  readonly text: string;
}

export class Simulator {
  readonly workspace: LiveWorkspace;
  readonly reading: Reading;
  readonly clock: Clock;
  readonly history: History;
  readonly player: Player;
  readonly lesson: Lesson;
  readonly presenter: Presenter;
  readonly recorder: Recorder;
  readonly library: Library;
  readonly switcher: Switcher;
  readonly opener: Opener;
  readonly rehearsal: Rehearsal;
  readonly coverage: Coverage;
  readonly lab: Lab;
  readonly eraser: Eraser;
  /** Whether there was a stored workspace when this one was opened. */
  readonly hadWorkspace: boolean;

  readonly #close: () => Promise<void>;
  readonly #playApart: SimulatorOptions['playApart'];

  private constructor(
    options: SimulatorOptions,
    store: Store,
    opened: OpenedWorkspace,
    past: 'stored' | null,
    hadWorkspace: boolean,
  ) {
    const { workspaces } = options;
    const makeStore = () => workspaces.storeOf(workspaces.openId);
    const workspace = new LiveWorkspace({ ...options, makeStore }, store, opened, past);
    this.#playApart = options.playApart;
    this.#close = () => workspace.close().finally(() => workspaces.close());
    this.workspace = workspace;
    this.reading = new Reading(workspace);
    this.clock = workspace.clock;
    this.history = workspace.history;
    this.player = new Player(workspace);
    this.lesson = new Lesson(workspace, this.player, options);
    this.presenter = new Presenter(workspace);
    this.recorder = new Recorder(workspace);
    this.library = options.library;
    this.switcher = new Switcher(workspace, options);
    this.opener = new Opener(workspace, this.player, this.switcher, options);
    this.rehearsal = new Rehearsal(options);
    this.coverage = new Coverage(workspace, options);
    this.lab = new Lab({
      ...options.lab,
      present: () =>
        workspace.look(() => ({ definitions: presentDefinitions(workspace.world), startAt: workspace.world.startAt })),
    });
    this.eraser = new Eraser(workspace, {
      workspaces,
      library: options.library,
      opener: this.opener,
      forgetRuns: () => this.lab.forget(),
    });
    this.hadWorkspace = hadWorkspace;
  }

  /** Opens the workspace that was open last, or starts with `initial`, its steps taken, where there is none. */
  static async open(options: SimulatorOptions, initial: () => Promise<Scenario> | Scenario): Promise<Simulator> {
    const { workspaces } = options;
    const damaged = await workspaces.open();
    try {
      return await Simulator.#open(options, workspaces.storeOf(workspaces.openId), damaged, initial);
    } catch (error) {
      await workspaces.close().catch(() => undefined);
      throw error;
    }
  }

  static async #open(
    options: SimulatorOptions,
    store: Store,
    damaged: readonly string[],
    initial: () => Promise<Scenario> | Scenario,
  ): Promise<Simulator> {
    const { workspace: stored, recovered: mended, readOnly } = await store.open();
    const recovered = [...damaged, ...mended];
    try {
      if (stored !== null) {
        const workspace = readOnly === null ? withCallbackKey(stored, options.newCallbackKey) : stored;
        // Before any token is told that could not be told again.
        if (workspace !== stored) await store.save(workspace);
        const simulator = new Simulator(options, store, { workspace, recovered, readOnly }, 'stored', true);
        if (readOnly === null) await simulator.workspace.settle();
        return simulator;
      }
      const scenario = await initial();
      const fresh = freshWorkspace(scenario, { callbackKey: options.newCallbackKey() });
      await store.save(fresh);
      const simulator = new Simulator(options, store, { workspace: fresh, recovered, readOnly: null }, null, false);
      await simulator.workspace.undertake((onOccasion) => simulator.player.takeSilently(scenario, onOccasion));
      return simulator;
    } catch (error) {
      await store.close().catch(() => undefined);
      throw error;
    }
  }

  /** A life of one of the Lab's runs; `null` where no life was like that. */
  async labTrial(id: string, variant: number, pick: TrialPick): Promise<ScenarioFile | null> {
    const scenario = await this.lab.trial(id, variant, pick);
    return scenario === null ? null : { fileName: 'trial.yaml', text: scenarioText(scenario) };
  }

  /** The same life, played from its launch to its end apart from every workspace. */
  async labLife(id: string, variant: number, pick: TrialPick): Promise<Life | null> {
    const scenario = await this.lab.trial(id, variant, pick);
    if (scenario === null) return null;
    const { world, now } = await this.#playApart(scenario);
    const [actionRef] = world.actions.keys();
    return actionRef === undefined
      ? null
      : { title: scenario.title ?? actionRef, actionRef, now, world: worldToJson(world) };
  }

  /** One Action's life so far, or why there is none. */
  exportAction(reference: string): ScenarioFile | Rejection {
    const action = findAction(this.workspace.world, reference);
    if (!action) return reject('unknown', `There is no Action ${reference}.`);
    return exportAction(this.workspace.stored(), action);
  }

  /** The current workspace: what it began with, and what people and outside systems did since. */
  exportScenario(): ScenarioFile {
    return exportScenario(this.workspace.stored());
  }

  /** Each future that was left, as a scenario of its own; none of those whose way is no longer kept. */
  async exportFutures(): Promise<ScenarioFile[]> {
    const { title } = this.workspace;
    const left = await this.history.futuresLeft();
    return left.map(({ name, workspace }) => exportScenario({ ...workspace, title: `${title}: ${name}` }));
  }

  /** Ends the Lab's runs, stores the workspace and ends. */
  async close(): Promise<void> {
    this.opener.close();
    this.rehearsal.close();
    this.coverage.close();
    try {
      await this.lab.close();
    } finally {
      await this.#close();
    }
  }
}
