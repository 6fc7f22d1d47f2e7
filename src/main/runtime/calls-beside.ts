/**
 * Calls to real APIs. They take real time, and nobody else is to wait for them: so they run beside the runtime's jobs, and
 * what came of each is a job of its own.
 */
import type { CallPlan } from '../../shared/model.ts';
import type { CallRequest, ExternalApiCaller } from './ports.ts';

/** A server on somebody's desk is not to be run over. */
const CALLS_AT_ONCE = 64;

export interface CallsBesideOptions {
  readonly caller: ExternalApiCaller;
  /** The call of this Action, if it is still to be made for real when its turn has come. */
  readonly requestOf: (actionRef: string) => CallRequest | undefined;
  /** Told what came of a call, unless all were given up. */
  readonly onPlan: (request: CallRequest, plan: CallPlan) => Promise<void>;
  /** Told of what should never happen; a failing call is not that. */
  readonly onBug: (error: unknown) => void;
}

export class CallsBeside {
  readonly #options: CallsBesideOptions;
  readonly #waiting: string[] = [];
  readonly #giveUp = new AbortController();
  #inFlightCount = 0;

  constructor(options: CallsBesideOptions) {
    this.#options = options;
  }

  /** Makes the call of this Action, as soon as there is room. */
  make(actionRef: string): void {
    this.#waiting.push(actionRef);
    this.#startNext();
  }

  /** Ends those in flight, drops those that wait, and makes no more. */
  giveUp(): void {
    this.#giveUp.abort();
  }

  #startNext(): void {
    while (this.#inFlightCount < CALLS_AT_ONCE && !this.#giveUp.signal.aborted) {
      const actionRef = this.#waiting.shift();
      if (actionRef === undefined) return;
      const request = this.#options.requestOf(actionRef);
      if (request !== undefined) void this.#call(request);
    }
  }

  async #call(request: CallRequest): Promise<void> {
    const { caller, onPlan, onBug } = this.#options;
    const { signal } = this.#giveUp;
    this.#inFlightCount += 1;
    try {
      const plan = await caller.call(request, signal);
      if (!signal.aborted) await onPlan(request, plan);
    } catch (error) {
      if (!signal.aborted) onBug(error);
    } finally {
      this.#inFlightCount -= 1;
      this.#startNext();
    }
  }
}
