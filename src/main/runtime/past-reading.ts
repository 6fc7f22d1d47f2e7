/**
 * Reads the past of a workspace that has just been opened, while one works in it already. What the store still has of it is lived again
 * in slices, then what was done since. Where both are at the same point, in a turn, that past takes the place of the one which began
 * with the opening; where it cannot be read, that one stays.
 */
import { Breath } from './breath.ts';
import { Fifo } from './fifo.ts';
import { KeptWorld } from './kept-world.ts';
import type { JournalEntry, Story, Workspace } from './ports.ts';
import { Retelling } from './retelling.ts';
import type { Runtime } from './runtime.ts';
import type { Turns } from './turns.ts';

export interface PastReadingOptions {
  /** How it came to what was opened. Its world is lived in. */
  readonly story: Promise<Story | null>;
  readonly workspace: Pick<Workspace, 'player'>;
  readonly runtime: Runtime;
  readonly turns: Turns;
  /** About how much is kept of what was replaced. */
  readonly historyBytes: number;
  /** Told why it could not be read. */
  readonly onBug: (error: unknown) => void;
  /** Called when the past is there. */
  readonly onFound: () => void;
}

interface Since {
  readonly entry: JournalEntry;
  readonly occasion: object | null;
}

export class PastReading {
  /** Resolves when the past is known as far as it can be. */
  readonly done: Promise<void>;
  readonly #options: PastReadingOptions;
  /** What was done since the workspace was opened, and is still to be lived again. */
  readonly #since = new Fifo<Since>();
  readonly #told: Promise<Retelling | null>;
  #state: 'reading' | 'over' | 'found' = 'reading';

  constructor(options: PastReadingOptions) {
    this.#options = options;
    options.runtime.ledger.follow((entry, occasion) => this.#since.push({ entry, occasion }));
    this.#told = this.#tell(new KeptWorld(options.runtime.world));
    this.done = this.#told.then(() => options.turns.take(() => this.finish()));
  }

  /** Whether what the store had is known now. */
  get isFound(): boolean {
    return this.#state === 'found';
  }

  /** The same as `done`, for whoever has the turn. */
  async finish(): Promise<void> {
    const retelling = await this.#told;
    if (this.#state !== 'reading') return;
    const { runtime, onFound } = this.#options;
    const past = retelling && (await this.#catchUp(retelling)) ? retelling.pastIn(runtime) : null;
    if (this.#state !== 'reading') return;
    this.end();
    if (past === null) return;
    this.#state = 'found';
    runtime.ledger.takeOver(past);
    onFound();
  }

  /** What is read is not wanted any more. */
  end(): void {
    this.#state = 'over';
    this.#options.runtime.ledger.follow(null);
  }

  async #tell(opened: KeptWorld): Promise<Retelling | null> {
    const { workspace, historyBytes, onBug } = this.#options;
    try {
      const story = await this.#options.story;
      if (story === null) return null;
      const { base, entries } = story;
      // The same steps, so that one can tell that they are.
      const player = workspace.player && base.player ? { ...base.player, steps: workspace.player.steps } : base.player;
      const retelling = new Retelling({ ...base, player }, historyBytes);
      const breath = new Breath();
      for (const entry of entries) {
        if (breath.isDue) await breath.take();
        if (this.#state !== 'reading' || !retelling.take(entry)) return null;
      }
      if (!(await retelling.isAt(opened))) return null;
      // Most of what is left for the turn, which keeps others waiting.
      return (await this.#catchUp(retelling, this.#since.length)) ? retelling : null;
    } catch (error) {
      onBug(error);
      return null;
    }
  }

  /** Lives again so many of the entries since; false where one does not fit. */
  async #catchUp(retelling: Retelling, count = Number.POSITIVE_INFINITY): Promise<boolean> {
    const breath = new Breath();
    for (let taken = 0; taken < count; taken += 1) {
      const since = this.#since.shift();
      if (since === undefined) break;
      if (!retelling.take(since.entry, since.occasion)) return false;
      if (breath.isDue) await breath.take();
    }
    return true;
  }
}
