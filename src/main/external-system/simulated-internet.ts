/**
 * The internet as one simulator knows it: its External APIs and its callback address, nothing else. While it is open,
 * every `fetch` and every HTTP request of this process that is not part of one of its exchanges fails. Servers of this
 * process go on as before: only what goes out is intercepted. Not intercepted are raw sockets, and functions of `node:http`
 * that were imported by name: that is how calls to real APIs go out (`network/real-call`).
 */
import type { CallRequest } from '../runtime/ports.ts';
import type { Answer } from './exchange.ts';
import { answerCall } from './handlers.ts';
import { joinInterception, type OpenExchange } from './interception.ts';
import { Link } from './link.ts';

export interface OpenCall extends OpenExchange {
  readonly link: Link;
}

export class SimulatedInternet {
  readonly #interception = joinInterception();
  #isOpen = true;

  /** Lets one request through, to the External API of this call. */
  async openCall(request: CallRequest): Promise<OpenCall> {
    const link = new Link(request);
    const { headers, close } = await this.#open((arrived) => answerCall(arrived, link));
    return { headers, close, link };
  }

  /** Lets one request through, to the callback address, where `answer` receives it. */
  openDelivery(answer: Answer): Promise<OpenExchange> {
    return this.#open(answer);
  }

  /** Ends this simulator's part; the process gets its real network back with the last one. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#interception.leave();
  }

  async #open(answer: Answer): Promise<OpenExchange> {
    // Without this gate a late call would go out to the real internet.
    if (!this.#isOpen) throw new Error('The simulated internet is closed: nothing may be sent any more.');
    return this.#interception.open(answer);
  }
}
