/**
 * The simulator as the hosts, the command line and the tests see it, put together from its parts. It wires nothing: `createSimulator`
 * hands it what it needs.
 */
import { findAction } from '../engine/decide.ts';
import { presentDefinitions } from '../engine/definitions/present-definitions.ts';
import { type Rejection, reject } from '../shared/errors.ts';
import type { TrialPick } from '../shared/lab.ts';
import type { Scenario } from '../shared/scenario.ts';
import { Lab, type LabOptions } from './lab/lab.ts';
import { freshWorkspace } from './runtime/fresh-workspace.ts';
import type { Store } from './runtime/ports.ts';
import { exportAction, exportScenario, scenarioText } from './scenario/export.ts';
import type { Library } from './scenario/library.ts';
import { Rehearsal, type RehearsalOptions } from './scenario/rehearsal.ts';
import { withCallbackKey } from './workspace/callback-key.ts';
import type { Clock } from './workspace/clock.ts';
import type { History } from './workspace/history.ts';
import { LiveWorkspace } from './workspace/live-workspace.ts';
import { Opener, type OpenerOptions } from './workspace/opener.ts';
import { Player } from './workspace/player.ts';
import type { OpenedWorkspace, WorkspaceOptions } from './workspace/workspace-options.ts';

export type { OpenResult } from './workspace/opener.ts';
export type { SimulatorEvent } from './workspace/simulator-event.ts';

export interface SimulatorOptions extends WorkspaceOptions, OpenerOptions, RehearsalOptions {
  /** Where the Lab keeps its runs, and who plays them. */
  readonly lab: Omit<LabOptions, 'present'>;
}

/** A scenario as a file. */
export interface ScenarioFile {
  readonly fileName: string;
  readonly text: string;
}

export class Simulator {
  readonly workspace: LiveWorkspace;
  readonly clock: Clock;
  readonly history: History;
  readonly player: Player;
  readonly library: Library;
  readonly opener: Opener;
  readonly rehearsal: Rehearsal;
  readonly lab: Lab;
  /** Whether there was a stored workspace when this one was opened. */
  readonly hadWorkspace: boolean;

  private constructor(options: SimulatorOptions, store: Store, opened: OpenedWorkspace, hadWorkspace: boolean) {
    const workspace = new LiveWorkspace(options, store, opened);
    this.workspace = workspace;
    this.clock = workspace.clock;
    this.history = workspace.history;
    this.player = new Player(workspace);
    this.library = options.library;
    this.opener = new Opener(workspace, this.player, options);
    this.rehearsal = new Rehearsal(options);
    this.lab = new Lab({
      ...options.lab,
      present: () =>
        workspace.look(() => ({ definitions: presentDefinitions(workspace.world), startAt: workspace.world.startAt })),
    });
    this.hadWorkspace = hadWorkspace;
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
        if (readOnly === null) await simulator.workspace.settle();
        return simulator;
      }
      const scenario = await initial();
      const fresh = freshWorkspace(scenario, { callbackKey: options.newCallbackKey() });
      await store.save(fresh);
      const simulator = new Simulator(options, store, { workspace: fresh, recovered, readOnly: null }, false);
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

  /** Ends the Lab's runs, stores the workspace and ends. */
  async close(): Promise<void> {
    this.opener.close();
    this.rehearsal.close();
    try {
      await this.lab.close();
    } finally {
      await this.workspace.close();
    }
  }
}
