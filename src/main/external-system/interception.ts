/**
 * The interception of this process's requests. MSW patches globals, and two of its servers in one process take each
 * other's requests: so there is one, shared by all simulators that run. That is the only state a module of this layer
 * keeps, beside plans that were made before.
 */
import { setupServer } from 'msw/node';
import { type Answer, Exchange, LINK_HEADER } from './exchange.ts';
import { NetworkHandler } from './handlers.ts';

/**
 * MSW 2.15.0 keeps about 14 KB for every request that ends in a network error, until it is closed (a frame is dropped on
 * its `response` event, and an error has none). So it is closed and opened again after this many of them.
 */
const NETWORK_ERRORS_BETWEEN_RESTARTS = 1_000;

export interface OpenExchange {
  /** To be sent with the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** To be called when the request is over, however it ended. Throws where the exchange went wrong (`Exchange.end`). */
  close(): void;
}

/**
 * Invariants:
 * 1. Every request of the process is intercepted from the first `join` until the last user has left and its exchanges
 *    are closed.
 * 2. MSW is restarted only while no exchange is open. When a restart is due, new exchanges wait for the open ones.
 */
class Interception {
  readonly #exchanges = new Map<string, Exchange>();
  readonly #server = setupServer(
    new NetworkHandler({
      find: (id) => this.#exchanges.get(id),
      onNetworkError: () => {
        this.#networkErrorCount += 1;
      },
    }),
  );
  #userCount = 0;
  #openedCount = 0;
  #networkErrorCount = 0;
  #restart: PromiseWithResolvers<void> | null = null;

  constructor() {
    this.#listen();
  }

  join(): void {
    this.#userCount += 1;
  }

  leave(): void {
    this.#userCount -= 1;
    this.#rest();
  }

  async open(answer: Answer): Promise<OpenExchange> {
    while (this.#restart) await this.#restart.promise;
    this.#openedCount += 1;
    const id = String(this.#openedCount);
    const exchange = new Exchange(answer);
    this.#exchanges.set(id, exchange);
    return {
      headers: { [LINK_HEADER]: id },
      close: () => {
        this.#exchanges.delete(id);
        this.#rest();
        exchange.end();
      },
    };
  }

  #rest(): void {
    const isRestartDue = this.#networkErrorCount >= NETWORK_ERRORS_BETWEEN_RESTARTS;
    if (this.#exchanges.size > 0) {
      if (isRestartDue) this.#restart ??= Promise.withResolvers();
      return;
    }
    if (this.#userCount === 0) {
      this.#server.close();
      shared = null;
    } else if (isRestartDue) {
      this.#server.close();
      this.#listen();
    }
    this.#restart?.resolve();
    this.#restart = null;
  }

  #listen(): void {
    this.#networkErrorCount = 0;
    // The handler takes every request; should one ever pass it by, it is an error too.
    this.#server.listen({ onUnhandledRequest: 'error' });
  }
}

let shared: Interception | null = null;

/** One simulator's part in the interception: starts it if it is the first. */
export function joinInterception(): Pick<Interception, 'open' | 'leave'> {
  shared ??= new Interception();
  shared.join();
  return shared;
}
