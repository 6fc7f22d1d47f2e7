/**
 * One request on its way through the simulated internet, and who answers it. A request names its exchange by a header;
 * a request that names none that is open is refused, so nothing leaves the machine.
 */

/** Holds the exchange's id. Private to the simulator; not part of what the product sends (R3). */
export const LINK_HEADER = 'x-trigger-lab-link';

/** A response, `Response.error()` for a network error, or `null` where the caller gave up waiting. */
export type Answer = (request: Request) => Response | Promise<Response | null>;

export class Exchange {
  readonly #answer: Answer;
  #wasReached = false;
  #bug: { readonly error: unknown } | null = null;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  /** Never throws: MSW would make an HTTP 500 of a bug, as if the external system had said so. `end` brings it to light. */
  async answer(request: Request): Promise<Response | null> {
    this.#wasReached = true;
    try {
      return await this.#answer(request);
    } catch (error) {
      this.#bug = { error };
      return Response.error();
    }
  }

  /** Throws what the answerer threw, and where the request never came here: then the wire itself is broken. */
  end(): void {
    if (this.#bug) throw this.#bug.error;
    if (!this.#wasReached) {
      throw new Error(
        'The request never reached the simulated internet. Was global fetch replaced after it was opened?',
      );
    }
  }
}
