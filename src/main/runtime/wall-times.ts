/** How long calls really took: the last few of this process, beside the world and stored nowhere. */
import { callKey } from '../../shared/call-key.ts';
import type { WallTime } from '../../shared/contract.ts';
import type { NoteWallTime } from './ports.ts';

const LIMIT = 2_000;

export class WallTimes {
  readonly #limit: number;
  readonly #times = new Map<string, WallTime & { readonly externalApi: string }>();

  /** Keeps at most `limit` of them, the oldest forgotten first. */
  constructor(limit = LIMIT) {
    this.#limit = limit;
  }

  /** Replaces what was known of the same call: after going back it may have been made again. */
  readonly note: NoteWallTime = ({ externalApi, actionRef, callNumber }, wallMs) => {
    const key = callKey({ actionRef, callNumber });
    this.#times.delete(key);
    this.#times.set(key, { externalApi, actionRef, callNumber, wallMs });
    const [oldest] = this.#times.keys();
    if (this.#times.size > this.#limit && oldest !== undefined) this.#times.delete(oldest);
  };

  /** Those of one API, oldest first. */
  of(externalApi: string): WallTime[] {
    return [...this.#times.values()].flatMap(({ externalApi: of, ...time }) => (of === externalApi ? [time] : []));
  }

  /** The calls of another workspace may have the same names. */
  forget(): void {
    this.#times.clear();
  }
}
