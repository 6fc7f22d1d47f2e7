/**
 * The simulator as the hosts, the command line and the tests see it: one workspace that is open, its clock, the scenario in
 * its player. It wires nothing: `createSimulator` hands it what it needs.
 */
import { createWorld } from '../engine/create-world.ts';
import { findAction } from '../engine/decide.ts';
import type { ClockState, LibraryEntry, PlayerState } from '../shared/contract.ts';
import { reject, type Rejection } from '../shared/errors.ts';
import type { Fact } from '../shared/facts.ts';
import type { Command } from '../shared/inputs.ts';
import { parseIso, resolveInstant } from '../shared/instant.ts';
import type { Delivery, Instant, World } from '../shared/model.ts';
import type { RespondTo, Scenario } from '../shared/scenario.ts';
import { copyWorld } from '../shared/world-json.ts';
import { nextEvent } from './runtime/next-event.ts';
import { Pacer } from './runtime/pacer.ts';
import type { CallbackReply, ExternalApiCaller, Outcome, ResponseSender, Store, Workspace } from './runtime/ports.ts';
import { Runtime } from './runtime/runtime.ts';
import { exportScenario } from './scenario/export.ts';
import type { Library } from './scenario/library.ts';
import { loadScenario } from './scenario/load.ts';
import { Player } from './scenario/player.ts';
import type { Problem } from './scenario/problem.ts';
import { takeStep } from './scenario/take-step.ts';

/** What a subscriber is told; `replaced` means: forget everything and look again. */
export type SimulatorEvent =
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly type: 'clock' }
  | { readonly type: 'player' }
  | { readonly type: 'replaced' };

export interface SimulatorOptions {
  /** Makes a store on the same files each time: closing and opening again goes through it. */
  readonly makeStore: () => Store;
  readonly caller: ExternalApiCaller;
  readonly sender: ResponseSender;
  /** Where callbacks arrive; in runs without a host an address that only simulated APIs know. */
  readonly callbackBase: string;
  /** Whether anything outside this process can reach `callbackBase`. */
  readonly callbackIsReachable: boolean;
  readonly library: Library;
  /** How many points one can go back to; 0 keeps none. */
  readonly checkpointLimit: number;
  /** Inputs in the journal after which the document is written anew. Default 20,000. */
  readonly saveAfterEntries?: number;
  /** Called when the simulator has closed. */
  readonly onClose?: () => void;
}

export type OpenResult = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

const SAVE_AFTER_ENTRIES = 20_000;
/** Real time that one slice of play may take before others get a turn. */
const SLICE_MS = 12;

interface Checkpoint {
  readonly workspace: Workspace;
  readonly player: Player | null;
}

export class Simulator {
  readonly #options: SimulatorOptions;
  readonly #listeners = new Set<(event: SimulatorEvent) => void>();
  readonly #checkpoints: Checkpoint[] = [];
  readonly #pacer: Pacer;
  #store: Store;
  #runtime: Runtime;
  #title: string;
  #origin: Scenario;
  #player: Player | null = null;
  #recovered: readonly string[] = [];
  #changing: Promise<unknown> = Promise.resolve();

  private constructor(options: SimulatorOptions, store: Store, workspace: Workspace, recovered: readonly string[]) {
    this.#options = options;
    this.#store = store;
    this.#title = workspace.title;
    this.#origin = workspace.origin;
    this.#recovered = recovered;
    this.#runtime = this.#run(workspace);
    this.#pacer = new Pacer({
      playFor: (durationMs) => this.#playSlice(durationMs),
      onError: (error) => {
        console.error(error);
        this.#tell({ type: 'clock' });
      },
    });
  }

  /** Opens what is stored, or starts with `initial`, its steps taken, where nothing is. */
  static async open(options: SimulatorOptions, initial: () => Promise<Scenario> | Scenario): Promise<Simulator> {
    const store = options.makeStore();
    const { workspace, recovered } = await store.open();
    const first = workspace === null ? await initial() : null;
    const opened = workspace ?? freshWorkspace(first as Scenario);
    const simulator = new Simulator(options, store, opened, recovered);
    if (workspace === null) await store.save(opened);
    await simulator.#runtime.settle();
    if (first) await simulator.#takeSilently(first);
    return simulator;
  }

  get world(): World {
    return this.#runtime.world;
  }
  get now(): Instant {
    return this.#runtime.now;
  }
  get seq(): number {
    return this.#runtime.seq;
  }
  get title(): string {
    return this.#title;
  }
  get scheduledCount(): number {
    return this.#runtime.scheduledCount;
  }
  /** How many facts `world` holds already that subscribers are still to be told: for who looks in the middle of a job. */
  get unpublishedCount(): number {
    return this.#runtime.unpublishedCount;
  }
  get callbackBase(): string {
    return this.#options.callbackBase;
  }
  /** What was damaged and recovered when the workspace was opened. */
  get recovered(): readonly string[] {
    return this.#recovered;
  }

  clock(): ClockState {
    const { next } = this.#runtime;
    return {
      now: this.now,
      startAt: this.world.startAt,
      playing: this.#pacer.isPlaying,
      speed: this.#pacer.speed,
      scheduledCount: this.scheduledCount,
      next: next ? nextEvent(this.world, next) : null,
      canGoBack: this.#checkpoints.length > 0,
      callbackBase: this.#options.callbackIsReachable ? this.#options.callbackBase : null,
    };
  }

  player(): PlayerState | null {
    return this.#player?.state() ?? null;
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

  /** The external system answers an Action now, as a scenario's `respond` or the *Answer by hand* panel says. */
  async respond(response: RespondTo): Promise<CallbackReply | Rejection> {
    const action = findAction(this.world, response.action);
    if (!action) return reject('unknown', `There is no Action ${response.action}.`);
    if (action.token === undefined) return reject('notAllowed', `${action.ref} is a manual Action; it awaits no response.`, 'R25');
    const delivery = deliveryOf(response);
    return this.#changes(() => this.#runtime.respond(action.ref, delivery));
  }

  /** A response that came in by the real callback address. */
  receiveCallback(actionRef: string, delivery: Delivery): Promise<CallbackReply> {
    return this.#changes(() => this.#runtime.respond(actionRef, delivery));
  }

  // ── The clock ─────────────────────────────────────────────────────────────────────────────────────────────────────

  play(): void {
    if (this.#pacer.isPlaying) return;
    this.#checkpoint();
    this.#pacer.play();
    this.#tell({ type: 'clock' });
  }

  /** Stops the play and stores the workspace. */
  async pause(): Promise<void> {
    if (!this.#pacer.isPlaying) return;
    this.#pacer.pause();
    await this.#runtime.settle();
    await this.#save();
    this.#tell({ type: 'clock' });
  }

  /** Virtual over real time, 0.5 to 10,000. */
  setSpeed(speed: number): void {
    this.#pacer.setSpeed(speed);
    this.#tell({ type: 'clock' });
  }

  /** By a duration in ms, or to an instant as text or number; an instant that has passed moves nothing. */
  advance(wish: { by: number } | { to: number | string }): Promise<void> {
    return this.#changes(() => {
      if ('by' in wish) return this.#runtime.advanceBy(wish.by);
      const at = typeof wish.to === 'number' ? wish.to : resolveInstant(wish.to, this.world.startAt);
      return this.#runtime.advanceTo(at);
    });
  }
  /** To the next scheduled event, `count` times; resolves to how often it moved. */
  next(count = 1): Promise<number> {
    return this.#changes(() => this.#runtime.advanceToNext(count));
  }
  nextRetry(): Promise<boolean> {
    return this.#changes(() => this.#runtime.advanceToNextRetry());
  }
  untilIdle(): Promise<void> {
    return this.#changes(() => this.#runtime.advanceUntilIdle());
  }

  /** To the point before the last act or move; false where there is none. */
  async back(): Promise<boolean> {
    const checkpoint = this.#checkpoints.pop();
    if (!checkpoint) return false;
    this.#player = checkpoint.player;
    await this.#replace(checkpoint.workspace);
    return true;
  }

  // ── Scenarios and workspaces ──────────────────────────────────────────────────────────────────────────────────────

  library(): Promise<LibraryEntry[]> {
    return this.#options.library.entries();
  }
  libraryText(id: string): Promise<{ fileName: string; text: string } | null> {
    return this.#options.library.text(id);
  }

  /** Opens a library scenario as the workspace, none of its steps taken. */
  async openLibrary(id: string): Promise<OpenResult> {
    const file = await this.libraryText(id);
    if (!file) {
      const problem = { file: id, line: 1, column: 1, path: '$', message: `the library has no scenario ${JSON.stringify(id)}` };
      return { ok: false, problems: [problem] };
    }
    return this.openText(file.fileName, file.text, id);
  }

  /** The same with a file's text; a file with problems changes nothing. */
  async openText(fileName: string, text: string, id: string | null = null): Promise<OpenResult> {
    const loaded = loadScenario(text, fileName);
    if (!loaded.ok) return loaded;
    await this.openScenario(loaded.scenario, loaded.title, id);
    return { ok: true };
  }

  /** Opens a scenario that was loaded already. */
  async openScenario(scenario: Scenario, title: string, id: string | null = null): Promise<void> {
    this.#checkpoint();
    this.#player = scenario.steps.length > 0 ? new Player(title, id, scenario.steps) : null;
    await this.#replace({ ...freshWorkspace(scenario), title });
  }

  /** Starts over with the sample workspace. */
  async openSample(): Promise<void> {
    const sample = await this.#options.library.sample();
    await this.openScenario({ ...sample, steps: [] }, sample.title ?? 'Sample workspace');
    await this.#takeSilently(sample);
  }

  /** Starts over with nothing in it. */
  async openEmpty(): Promise<void> {
    await this.openScenario(this.#options.library.empty(), 'Empty workspace');
  }

  /** Takes the next step of the open scenario. */
  async stepScenario(): Promise<{ ok: true } | Rejection> {
    return this.#playScenario(1);
  }

  /** Takes all steps that are left. */
  async runScenario(): Promise<{ ok: true } | Rejection> {
    return this.#playScenario(Number.POSITIVE_INFINITY);
  }

  async #playScenario(count: number): Promise<{ ok: true } | Rejection> {
    const player = this.#player;
    if (!player) return reject('notAllowed', 'No scenario is open. Open one of the library, or a file.');
    if (player.isRunning) return reject('notAllowed', 'The scenario is running already.');
    if (player.isFinished) return reject('notAllowed', 'All steps were taken. Open the scenario again to start over.');
    await this.pause();
    this.#checkpoint();
    this.#player = player.continued();
    const replacement = this.#player;
    await replacement.play(this.#quietly(), count, () => this.#tell({ type: 'player' }));
    return { ok: true };
  }

  /** Takes all steps without a player: they only bring the workspace to where it is interesting. */
  async #takeSilently({ steps }: Scenario): Promise<void> {
    const target = this.#quietly();
    for (const [index, step] of steps.entries()) await takeStep(target, step, index + 1);
  }

  /** Steps of a player are one point to go back to, not one each. */
  #quietly() {
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
      respond: (response: RespondTo) => this.#withoutCheckpoint(() => this.respond(response)),
      advance: (wish: { by: number } | { to: number }) => this.#withoutCheckpoint(() => this.advance(wish)),
      next: (count: number) => this.#withoutCheckpoint(() => this.next(count)),
      untilIdle: () => this.#withoutCheckpoint(() => this.untilIdle()),
      restart: () => this.restart(),
    };
  }

  #checkpointsHeld = 0;
  async #withoutCheckpoint<T>(job: () => Promise<T>): Promise<T> {
    this.#checkpointsHeld += 1;
    try {
      return await job();
    } finally {
      this.#checkpointsHeld -= 1;
    }
  }

  /** The present workspace as a scenario file: what it began with, and what people and outside systems did since. */
  exportScenario(): { fileName: string; text: string } {
    return exportScenario(this.#workspace());
  }

  /** Closes the workspace and opens it again on what was stored, as if the app had been restarted. */
  restart(): Promise<void> {
    return this.#exchange(async () => {
      await this.#store.close();
      this.#store = this.#options.makeStore();
      const { workspace, recovered } = await this.#store.open();
      if (workspace === null) throw new Error('nothing was stored to open again');
      return { workspace, recovered };
    });
  }

  /** Stores the workspace and ends. */
  async close(): Promise<void> {
    this.#pacer.pause();
    await this.#changing.catch(() => undefined);
    await this.#runtime.idle();
    await this.#save();
    await this.#store.close();
    this.#options.onClose?.();
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #run(workspace: Workspace): Runtime {
    const { caller, sender } = this.#options;
    const runtime = new Runtime({ ...workspace, caller, sender, journal: this.#store });
    runtime.subscribe(({ facts }) => {
      if (facts.length > 0) this.#tell({ type: 'facts', facts });
      else this.#tell({ type: 'clock' });
    });
    return runtime;
  }

  /** Something a person does: one point to go back to, then the job, then a save where much was journalled. */
  #changes<T>(job: () => Promise<T>): Promise<T> {
    this.#checkpoint();
    const run = job();
    this.#changing = run;
    return run.then(async (result) => {
      await this.#saveIfMuchIsJournalled();
      return result;
    });
  }

  async #playSlice(durationMs: number): Promise<void> {
    await this.#runtime.playFor(durationMs, SLICE_MS);
    await this.#saveIfMuchIsJournalled();
  }

  #checkpoint(): void {
    const { checkpointLimit } = this.#options;
    // While playing, the point to go back to is where the play began.
    if (checkpointLimit === 0 || this.#checkpointsHeld > 0 || this.#pacer.isPlaying) return;
    const workspace = this.#workspace();
    this.#checkpoints.push({
      workspace: { ...workspace, world: copyWorld(workspace.world), history: [...workspace.history] },
      player: this.#player,
    });
    if (this.#checkpoints.length > checkpointLimit) this.#checkpoints.shift();
  }

  /** Another workspace takes the place of this one, stored before anybody sees it. */
  #replace(workspace: Omit<Workspace, 'seq'>): Promise<void> {
    return this.#exchange(async (seq) => {
      const replacement = { ...workspace, seq };
      await this.#store.save(replacement);
      return { workspace: replacement, recovered: [] };
    });
  }

  /** Exchanges the runtime while no job runs; what was asked of the old one later is refused. */
  async #exchange(next: (seq: number) => Promise<{ workspace: Workspace; recovered: readonly string[] }>): Promise<void> {
    this.#pacer.pause();
    const old = this.#runtime;
    await old.runAlone(async () => {
      const { workspace, recovered } = await next(old.seq);
      old.retire();
      this.#recovered = recovered;
      this.#title = workspace.title;
      this.#origin = workspace.origin;
      this.#runtime = this.#run(workspace);
    });
    this.#tell({ type: 'replaced' });
    await this.#runtime.settle();
  }

  async #saveIfMuchIsJournalled(): Promise<void> {
    const { saveAfterEntries = SAVE_AFTER_ENTRIES } = this.#options;
    if (this.#store.journalledCount > saveAfterEntries) await this.#save();
  }

  #save(): Promise<void> {
    return this.#runtime.runAlone(() => this.#store.save(this.#workspace()));
  }

  #workspace(): Workspace {
    const { world, now, seq, history } = this.#runtime;
    return { title: this.#title, origin: this.#origin, world, now, seq, history };
  }

  #tell(event: SimulatorEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** A workspace in which nothing happened yet. */
export function freshWorkspace(scenario: Scenario): Workspace {
  const startAt = parseIso(scenario.start) ?? 0;
  return {
    title: scenario.title ?? 'Workspace',
    origin: { ...scenario, steps: [] },
    world: createWorld(scenario, startAt, scenario.seed),
    now: startAt,
    seq: 0,
    history: [],
  };
}

function deliveryOf(response: RespondTo): Delivery {
  if ('malformed' in response) return { body: null, token: 'right' };
  const { outcome = 'success', reason, data } = response;
  const body = { outcome, ...(reason === undefined ? {} : { reason }), ...(data === undefined ? {} : { data }) };
  return { body, token: 'token' in response ? 'wrong' : 'right' };
}
