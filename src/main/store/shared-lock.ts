/** One lock for many: the first that asks for it takes it, the last that lets go gives it back. */
import type { WriterLock } from './writer-lock.ts';

export class SharedLock implements WriterLock {
  readonly #lock: WriterLock;
  #holderCount = 0;

  constructor(lock: WriterLock) {
    this.#lock = lock;
  }

  async acquire(): Promise<void> {
    if (this.#holderCount === 0) await this.#lock.acquire();
    this.#holderCount += 1;
  }

  /** To be called once for each `acquire` that resolved; more often, nothing happens. */
  async release(): Promise<void> {
    if (this.#holderCount === 0) return;
    this.#holderCount -= 1;
    if (this.#holderCount === 0) await this.#lock.release();
  }
}
