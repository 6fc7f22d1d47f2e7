/** Tells subscribers what happened, and lets others look at it, when it is on disk and no sooner (invariant 6 of the runtime). */
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import type { Journal } from './ports.ts';
import type { Published } from './runtime-options.ts';

/** How the runtime stands. */
type Standing = Omit<Published, 'facts' | 'changes'>;

/** Somebody who waits until all that the world holds is on disk. */
interface Onlooker {
  readonly look: () => void;
  readonly giveUp: (error: unknown) => void;
}

export class Announcer {
  readonly #journal: Journal;
  readonly #standing: Standing;
  readonly #listeners = new Set<(published: Published) => void>();
  #facts: Fact[] = [];
  #changes: WorldChanges | null = null;
  #onlookers: Onlooker[] = [];
  #flushedSeq: number;
  #toldNow: Instant;

  /** `standing` is looked at again each time; what it holds at first is on disk. */
  constructor(journal: Journal, standing: Standing) {
    this.#journal = journal;
    this.#standing = standing;
    this.#flushedSeq = standing.seq;
    this.#toldNow = standing.now;
  }

  /** Tells `listener` of everything from now on; the returned function ends it. */
  subscribe(listener: (published: Published) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A fact that the world holds already. */
  add(fact: Fact): void {
    this.#facts.push(fact);
  }

  /** One went to another point; what was added before must have been told. */
  addChanges(changes: WorldChanges): void {
    this.#changes = changes;
  }

  /** One is back, and nobody was told. */
  dropChanges(): void {
    this.#changes = null;
  }

  /** Whether all that the world holds is on disk, and subscribers know it. */
  get isDone(): boolean {
    const { seq, now } = this.#standing;
    return this.#flushedSeq === seq && this.#toldNow === now && !this.#hasNews;
  }

  /** Runs `read` at the next `publish`. */
  look<T>(read: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        try {
          resolve(read());
        } catch (error) {
          reject(error);
        }
      };
      this.#onlookers.push({ look, giveUp: reject });
    });
  }

  /** Brings all that was recorded to disk; then `onFlushed`, subscribers, and who looks. Nothing may happen meanwhile. */
  async publish(onFlushed: () => void): Promise<void> {
    try {
      const flushing = this.#journal.flush();
      if (flushing !== undefined) await flushing;
    } catch (error) {
      this.giveUp(error);
      throw error;
    }
    this.#flushedSeq = this.#standing.seq;
    onFlushed();
    if (this.#hasNews || this.#toldNow !== this.#standing.now) this.#tell();
    for (const { look } of this.#onlookers.splice(0)) look();
  }

  /** Those who wait to look are told why they cannot. */
  giveUp(error: unknown): void {
    for (const { giveUp } of this.#onlookers.splice(0)) giveUp(error);
  }

  /** Nobody is told of anything any more. */
  end(): void {
    this.#listeners.clear();
  }

  get #hasNews(): boolean {
    return this.#facts.length > 0 || this.#changes !== null;
  }

  #tell(): void {
    const [facts, changes] = [this.#facts, this.#changes];
    const { now, seq, scheduledCount, next } = this.#standing;
    this.#facts = [];
    this.#changes = null;
    this.#toldNow = now;
    for (const listener of this.#listeners) listener({ facts, changes, now, seq, scheduledCount, next });
  }
}
