/**
 * What an API with `random` behaviour does with a call. Every question has a purpose of its own in the stream of (API,
 * Action): whether one is asked never changes what another one draws.
 */
import {
  CALL_PURPOSES,
  callBits,
  callStream,
  drawFrom,
  isBelowRate,
  type PurposeCode,
  type StreamKey,
} from '../engine/random.ts';
import type { RandomBehaviour } from '../shared/api-behaviour.ts';
import type { CallFailure, CallPlan, ResponseBody } from '../shared/model.ts';
import { CONNECTION_FAILURES } from '../shared/words.ts';
import { acceptedPlan, connectionFailure, failedPlan, statusFailure } from './call-plans.ts';
import { Sampler } from './distribution.ts';
import { pickWeighted } from './weights.ts';

/** Which call draws: one stream for each API and Action. */
export interface RandomCall {
  readonly seed: number;
  readonly externalApi: string;
  readonly stream: string;
  readonly callNumber: number;
}

/**
 * The outcome of one call, in fields that each draw writes again: the Lab makes millions of them. What can have only one answer
 * is not drawn: draws are keyed, so leaving one out changes no other.
 */
export class RandomDraws {
  connects = false;
  responds = false;
  succeeds = false;
  /** Of a call that connects. */
  readonly acceptAfter: Sampler;
  /** From the acceptance, where it responds. */
  readonly responseAfter: Sampler;

  readonly #failRate: number;
  readonly #noResponseRate: number;
  readonly #successRate: number;

  constructor({ failRate, acceptAfter, noResponseRate, successRate, responseAfter }: RandomBehaviour) {
    this.acceptAfter = new Sampler(acceptAfter);
    this.responseAfter = new Sampler(responseAfter);
    this.#failRate = failRate;
    this.#noResponseRate = noResponseRate;
    this.#successRate = successRate;
  }

  draw(stream: StreamKey, callNumber: number): void {
    const bits = callBits(stream, callNumber);
    this.connects = !happens(this.#failRate, bits, stream, CALL_PURPOSES.fail);
    if (!this.connects) return;
    this.acceptAfter.draw(bits, stream, CALL_PURPOSES.acceptAfter);
    this.responds = !happens(this.#noResponseRate, bits, stream, CALL_PURPOSES.noResponse);
    if (!this.responds) return;
    this.succeeds = happens(this.#successRate, bits, stream, CALL_PURPOSES.success);
    this.responseAfter.draw(bits, stream, CALL_PURPOSES.responseAfter);
  }
}

function happens(rate: number, bits: number, stream: StreamKey, purpose: PurposeCode): boolean {
  return rate !== 0 && (rate === 1 || isBelowRate(rate, bits, stream, purpose));
}

/** How a call that fails to connect does: at once (`hang`: at the call timeout, see `withinTimeout`). */
export function failureDrawn({ fail }: RandomBehaviour, stream: StreamKey, callNumber: number): CallFailure {
  const kind = pickWeighted(fail, drawFrom(stream, callNumber, CALL_PURPOSES.failKind));
  return kind === null ? connectionFailure('refused') : failureOf(kind);
}

/** All that comes of one call; one that connects is a 200 with at most one response. */
export function planRandom(behaviour: RandomBehaviour, call: RandomCall): CallPlan {
  const { callNumber } = call;
  const stream = callStream(call.seed, call.externalApi, call.stream);
  const drawn = new RandomDraws(behaviour);
  drawn.draw(stream, callNumber);
  if (!drawn.connects) return failedPlan(failureDrawn(behaviour, stream, callNumber), 0);
  if (!drawn.responds) return acceptedPlan(200, drawn.acceptAfter.durationMs, []);
  const body: ResponseBody = drawn.succeeds
    ? { outcome: 'success', ...(behaviour.data !== undefined && { data: behaviour.data }) }
    : unsuccessful(pickWeighted(behaviour.reasons, drawFrom(stream, callNumber, CALL_PURPOSES.reason)));
  const answer = { afterMs: drawn.responseAfter.durationMs, delivery: { body, token: 'right' as const } };
  return acceptedPlan(200, drawn.acceptAfter.durationMs, [answer]);
}

function unsuccessful(reason: string | null): ResponseBody {
  return reason === null ? { outcome: 'unsuccessful' } : { outcome: 'unsuccessful', reason };
}

/** The keys of `fail` are connection failures and statuses. */
function failureOf(key: string): CallFailure {
  const kind = CONNECTION_FAILURES.find((failure) => failure === key);
  return kind === undefined ? statusFailure(Number(key)) : connectionFailure(kind);
}
