/** Workers in a document that has none: what they run is the same code, in this thread, one message after the other. */
import { type OddsPort, serveOdds } from '../../src/renderer/src/odds/serve-odds.ts';

/** How many are not terminated. */
export const running = new Set<Thread>();

class Thread {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;
  readonly #channel = new MessageChannel();

  constructor() {
    running.add(this);
    serveOdds(this.#channel.port2 as unknown as OddsPort);
    this.#channel.port1.onmessage = (event) => this.onmessage?.(event as unknown as MessageEvent);
  }

  postMessage(message: unknown): void {
    this.#channel.port1.postMessage(message);
  }

  terminate(): void {
    running.delete(this);
    this.#channel.port1.close();
  }
}

globalThis.Worker = Thread as unknown as typeof Worker;
