/** What happened that subscribers are still to be told of. */
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import type { Published } from './runtime-options.ts';

export class Bulletin {
  readonly #listeners = new Set<(published: Published) => void>();
  #facts: Fact[] = [];
  #changes: WorldChanges | null = null;
  #toldNow: Instant;

  /** `now`: where subscribers know the clock to stand. */
  constructor(now: Instant) {
    this.#toldNow = now;
  }

  get factCount(): number {
    return this.#facts.length;
  }

  /** Tells `listener` of everything from now on; the returned function ends it. */
  subscribe(listener: (published: Published) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  addFact(fact: Fact): void {
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

  /** Tells all that was added, or that the clock has moved; nothing where nothing did. */
  tell(present: () => Omit<Published, 'facts' | 'changes'>, now: Instant): void {
    const [facts, changes] = [this.#facts, this.#changes];
    if (facts.length === 0 && changes === null && this.#toldNow === now) return;
    this.#facts = [];
    this.#changes = null;
    this.#toldNow = now;
    const published = { facts, changes, ...present() };
    for (const listener of this.#listeners) listener(published);
  }

  /** Nobody is told of anything any more. */
  end(): void {
    this.#listeners.clear();
  }
}
