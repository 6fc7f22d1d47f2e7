/**
 * What this layer needs of the simulated internet beside `fetch`. The layers do not know each other: `create-simulator`
 * hands `SimulatedInternet` in, which fits.
 */
import type { PlannedAnswer } from '../../shared/model.ts';
import type { ConnectionFailure } from '../../shared/words.ts';
import type { CallRequest } from '../runtime/ports.ts';

interface OpenExchange {
  /** To be sent with the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** To be called when the request is over; throws where the simulation itself went wrong. */
  close(): void;
}

/** What the wire cannot say; to be read once the request is over. */
export interface CallLink {
  /** Aborts when no answer will come. */
  readonly signal: AbortSignal;
  /** Virtual time until the caller knows the result. */
  readonly latencyMs: number;
  readonly answers: readonly PlannedAnswer[];
  /** What a network error stands for. */
  readonly networkError: ConnectionFailure;
}

export interface Internet {
  openCall(request: CallRequest): Promise<OpenExchange & { readonly link: CallLink }>;
  openDelivery(answer: (request: Request) => Promise<Response>): Promise<OpenExchange>;
}
