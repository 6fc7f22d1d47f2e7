/**
 * What the wire cannot say about a call: how long it takes in virtual time, what the external system answers later, which
 * failure a network error stands for. And the other way about: that the caller may give up, because nothing will come.
 */
import type { CallPlan, PlannedAnswer } from '../../shared/model.ts';
import type { ConnectionFailure } from '../../shared/words.ts';
import { planCall } from '../../simulated-api/behaviour.ts';
import type { CallRequest } from '../runtime/ports.ts';

export class Link {
  readonly #request: CallRequest;
  readonly #patience = new AbortController();
  #plan: CallPlan | undefined;

  constructor(request: CallRequest) {
    this.#request = request;
  }

  /** Aborts once the external system has decided not to answer; real time does not wait for the call timeout (S4). */
  get signal(): AbortSignal {
    return this.#patience.signal;
  }

  /** The external system decides; called when the request has arrived. */
  decide(): CallPlan {
    this.#plan = planCall(this.#request);
    return this.#plan;
  }

  /** Nothing will come. */
  giveUp(): void {
    this.#patience.abort();
  }

  get latencyMs(): number {
    return this.#decided.latencyMs;
  }

  get answers(): readonly PlannedAnswer[] {
    return this.#decided.answers;
  }

  /** What a network error stands for. */
  get networkError(): ConnectionFailure {
    const { result } = this.#decided;
    if (result.connected || result.failure.kind === 'status') {
      throw new Error(`${this.#request.actionRef}: a network error where the external system answered`);
    }
    return result.failure.kind;
  }

  get #decided(): CallPlan {
    if (!this.#plan) throw new Error(`${this.#request.actionRef}: the call did not reach its External API`);
    return this.#plan;
  }
}
