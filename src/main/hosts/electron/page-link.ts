/** The way between the main window's page and the menu: what the page shows, and what it is asked for. */
import { EventPublisher } from '@orpc/server';
import type { Asked, PageState } from '../../../shared/desktop-contract.ts';

export class PageLink {
  readonly #asked = new EventPublisher<{ asked: Asked }>();
  readonly #onShown: (state: PageState | null) => void;
  #state: PageState | null = null;
  #listenerCount = 0;

  /** `onShown` hears of every change; of `null` where the page is gone. */
  constructor(onShown: (state: PageState | null) => void) {
    this.#onShown = onShown;
  }

  get state(): PageState | null {
    return this.#state;
  }

  /** Said by the page. */
  show(state: PageState | null): void {
    this.#state = state;
    this.#onShown(state);
  }

  /** Asks the page; where there is none, nothing is done. */
  ask(what: Asked): void {
    this.#asked.publish('asked', what);
  }

  /** What is asked from now on; ends with `signal`, when the page is gone. */
  async *asked(signal?: AbortSignal): AsyncGenerator<Asked, void> {
    this.#listenerCount += 1;
    try {
      yield* this.#asked.subscribe('asked', { signal });
    } finally {
      this.#listenerCount -= 1;
      // After a reload the next page may be there already.
      if (this.#listenerCount === 0) this.show(null);
    }
  }
}
