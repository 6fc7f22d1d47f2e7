/** What is open at present: a store, the runtime on it, and what may be told of both. All of it is exchanged at once. */
import type { PlayedStep } from '../../shared/played.ts';
import type { Past } from '../runtime/past.ts';
import type { OpenedWorkspace, Store, Workspace } from '../runtime/ports.ts';
import { Runtime } from '../runtime/runtime.ts';
import { isInterrupted } from '../runtime/step-taken.ts';
import { type ToldClock, toldClock } from '../runtime/told-clock.ts';
import type { Turns } from '../runtime/turns.ts';
import type { Earlier } from './history.ts';
import type { SimulatorEvent } from './simulator-event.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

/** What of a workspace nothing moves: where it comes from. */
type Provenance = Pick<Workspace, 'title' | 'origin' | 'source'>;

export interface PresentOptions extends Pick<WorkspaceOptions, 'caller' | 'sender' | 'onBug' | 'historyBytes'> {
  /** The order of all that is done; it goes on when another workspace replaces this one. */
  readonly turns: Turns;
  readonly tell: (event: SimulatorEvent) => void;
}

/** What replaces the present, on which store. */
export interface Next extends OpenedWorkspace {
  readonly store: Store;
  /** The past of this very world, where there is one. */
  readonly past: Past | null;
}

export class Present {
  readonly #options: PresentOptions;
  #store: Store;
  #runtime: Runtime;
  #provenance: Provenance;
  #told: ToldClock;
  #recovered: readonly string[];
  #readOnly: string | null;
  #leftByClosing: ReadonlySet<PlayedStep>;

  constructor(options: PresentOptions, next: Next) {
    this.#options = options;
    this.#store = next.store;
    this.#provenance = provenanceOf(next.workspace);
    this.#recovered = next.recovered;
    this.#readOnly = next.readOnly;
    this.#leftByClosing = brokenOffIn(next.workspace);
    this.#runtime = this.#run(next, null);
    this.#told = toldClock(this.#runtime);
  }

  get store(): Store {
    return this.#store;
  }
  get runtime(): Runtime {
    return this.#runtime;
  }
  get title(): string {
    return this.#provenance.title;
  }
  /** What may be told of the clock. */
  get told(): ToldClock {
    return this.#told;
  }
  /** What was damaged and recovered when it was opened. */
  get recovered(): readonly string[] {
    return this.#recovered;
  }
  /** Why nothing in it can be changed; `null` where it can. */
  get readOnly(): string | null {
    return this.#readOnly;
  }

  /** The steps of the player that the app was closed in, when this was opened from what was stored. */
  get leftByClosing(): ReadonlySet<PlayedStep> {
    return this.#leftByClosing;
  }

  /** The workspace, as it is stored. */
  stored(): Workspace {
    const { world, now, seq, ledger } = this.#runtime;
    return { ...this.#provenance, world, now, seq, history: ledger.history, player: ledger.player };
  }

  /**
   * Replaces all this with the result of `open`, while nothing else is done; where it fails, all stays. What was asked of the
   * runtime before and comes later is refused. `seq` is the last entry; the same workspace, opened again, goes on on its occasion, and
   * with its past, where that could be told again: then nothing made way, and this comes to `null`.
   */
  async exchange(
    open: (seq: number) => Promise<Next>,
    { isReopened }: { isReopened: boolean },
  ): Promise<Earlier | null> {
    const before = this.#runtime;
    return before.runAlone(async () => {
      const left = { workspace: this.stored(), past: before.ledger.closedPast(), isReopened };
      const next = await open(before.seq);
      before.retire();
      this.#readOnly = next.readOnly;
      if (next.store !== this.#store) this.#leftByClosing = brokenOffIn(next.workspace);
      this.#store = next.store;
      this.#recovered = next.recovered;
      this.#provenance = provenanceOf(next.workspace);
      const goesOn = isReopened && next.past !== null;
      if (goesOn && left.past !== null) next.past?.goOnFrom(left.past);
      this.#runtime = this.#run(next, isReopened ? (left.past?.occasion ?? null) : null);
      this.#told = toldClock(this.#runtime);
      return goesOn ? null : left;
    });
  }

  /** Gives the workspace another title, which is on disk when this resolves; the save before it is no backup any more. */
  rename(title: string): Promise<void> {
    return this.#runtime.runAlone(async () => {
      await this.#store.save({ ...this.stored(), title }, { supersedes: true });
      this.#provenance = { ...this.#provenance, title };
    });
  }

  /** Stores a copy, as it is now, under another title in an empty store, and goes on meanwhile. */
  async copyTo(store: Store, title: string): Promise<void> {
    const saving = await this.#runtime.runAlone(() => store.begin({ ...this.stored(), title }));
    await saving.write();
  }

  #run({ workspace, past, store: journal }: Next, occasion: object | null): Runtime {
    const { tell, ...ports } = this.#options;
    const runtime = new Runtime({ ...workspace, ...ports, journal, past, occasion });
    const isLeft = () => runtime.ledger.player?.isLeft === true;
    let wasLeft = isLeft();
    runtime.subscribe(({ facts, changes }) => {
      this.#told = toldClock(runtime);
      const hasLeft = isLeft() !== wasLeft;
      wasLeft = isLeft();
      if (changes !== null) tell({ type: 'changed', changes });
      if (changes !== null || hasLeft) tell({ type: 'player' });
      if (facts.length > 0) tell({ type: 'facts', facts });
      else if (changes === null) tell({ type: 'clock' });
    });
    return runtime;
  }
}

const provenanceOf = ({ title, origin, source }: Workspace): Provenance => ({ title, origin, source });

const brokenOffIn = ({ player }: Workspace) => new Set(player?.taken.filter(isInterrupted));
