/** What is open at present: a store, the runtime on it, and what may be told of both. All of it is exchanged at once. */
import type { PlayedStep } from '../../shared/played.ts';
import type { Past } from '../runtime/past.ts';
import { PastReading } from '../runtime/past-reading.ts';
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
  /** The past of this very world; `null` where it begins now, `stored` where it is to be read from the store. */
  readonly past: Past | 'stored' | null;
}

export class Present {
  readonly #options: PresentOptions;
  #store: Store;
  #runtime: Runtime;
  #reading: PastReading | null = null;
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
  /** The reading of its past, from when it was opened. */
  get reading(): PastReading | null {
    return this.#reading;
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
   * with its past, where that could be told again: then nothing made way, and this comes to `null`. What is kept to be gone back to
   * (`isKept`) has its past read first.
   */
  async exchange(
    open: (seq: number) => Promise<Next>,
    { isReopened, isKept }: { readonly isReopened: boolean; readonly isKept: boolean },
  ): Promise<Earlier | null> {
    const before = this.#runtime;
    return before.runAlone(async () => {
      if (isKept) await this.#reading?.finish();
      const left = { workspace: this.stored(), past: before.ledger.closedPast(), isReopened };
      const next = await open(before.seq);
      before.retire();
      this.#reading?.end();
      this.#readOnly = next.readOnly;
      if (next.store !== this.#store) this.#leftByClosing = brokenOffIn(next.workspace);
      this.#store = next.store;
      this.#recovered = next.recovered;
      this.#provenance = provenanceOf(next.workspace);
      this.#runtime = this.#run(next, isReopened ? (left.past?.occasion ?? null) : null);
      this.#told = toldClock(this.#runtime);
      if (!isReopened) return left;
      await this.#reading?.finish();
      if (this.#reading?.isFound !== true) return left;
      if (left.past !== null) this.#runtime.ledger.past?.goOnFrom(left.past);
      return null;
    });
  }

  /** Gives the workspace another title, which is on disk when this resolves; the save before it is no backup any more. */
  rename(title: string): Promise<void> {
    return this.#runtime.runAlone(async () => {
      await this.#store.save({ ...this.stored(), title }, { supersedes: true });
      this.#provenance = { ...this.#provenance, title };
    });
  }

  /** Does `job` while all of it is stored and nothing changes. */
  whileStored(job: () => Promise<void>): Promise<void> {
    return this.#runtime.runAlone(async () => {
      await this.#store.save(this.stored());
      await job();
    });
  }

  #run({ workspace, past, store }: Next, occasion: object | null): Runtime {
    const { tell, ...ports } = this.#options;
    const isStored = past === 'stored';
    const runtime = new Runtime({ ...workspace, ...ports, journal: store, past: isStored ? null : past, occasion });
    const reads = isStored && ports.historyBytes > 0;
    this.#reading = reads
      ? new PastReading({ ...ports, story: store.story(), workspace, runtime, onFound: () => tell({ type: 'clock' }) })
      : null;
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
