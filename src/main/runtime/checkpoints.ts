/** The points one can go back to: the last few, oldest forgotten first. */
import { copyWorld } from '../../shared/world-json.ts';
import type { Workspace } from './ports.ts';

export class Checkpoints {
  readonly #limit: number;
  readonly #kept: Workspace[] = [];
  #holds = 0;

  /** Keeps at most `limit` points; 0 keeps none. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get count(): number {
    return this.#kept.length;
  }

  /**
   * Keeps a copy of the present, and returns it; `null` where nothing is kept. Values are shared with it, since they never
   * change; only containers are copied.
   */
  keep(present: () => Workspace): Workspace | null {
    if (this.#limit === 0 || this.#holds > 0) return null;
    const workspace = present();
    const copy = { ...workspace, world: copyWorld(workspace.world), history: [...workspace.history] };
    this.#kept.push(copy);
    if (this.#kept.length > this.#limit) this.#kept.shift();
    return copy;
  }

  /** Forgets a point after which nothing changed. */
  forget(checkpoint: Workspace): void {
    const index = this.#kept.indexOf(checkpoint);
    if (index >= 0) this.#kept.splice(index, 1);
  }

  /** The latest, which is then forgotten. */
  take(): Workspace | undefined {
    return this.#kept.pop();
  }

  /** Keeps nothing while `job` runs: all of it is one point to go back to. */
  async asOne<R>(job: () => Promise<R>): Promise<R> {
    this.#holds += 1;
    try {
      return await job();
    } finally {
      this.#holds -= 1;
    }
  }
}
