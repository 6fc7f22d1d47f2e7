/**
 * What an API with `random` behaviour does with a call. Every question has a purpose of its own in the stream of (API,
 * Action): whether one is asked never changes what another one draws.
 */
import { CALL_PURPOSES, callStream, drawFrom, type PurposeCode } from '../../engine/random.ts';
import type { RandomBehaviour } from '../../shared/definitions.ts';
import type { CallFailure, CallPlan, ResponseBody } from '../../shared/model.ts';
import { CONNECTION_FAILURES } from '../../shared/words.ts';
import { acceptedPlan, connectionFailure, failedPlan, statusFailure } from './call-plans.ts';
import { sample } from './distribution.ts';
import { pickWeighted } from './weights.ts';

/** Which call draws: one stream for each API and Action. */
export interface RandomCall {
  readonly seed: number;
  readonly externalApi: string;
  readonly actionRef: string;
  readonly callNumber: number;
}

/** A call that fails does so at once (`hang`: at the call timeout); one that connects is a 200 with at most one response. */
export function planRandom(behaviour: RandomBehaviour, call: RandomCall): CallPlan {
  const stream = callStream(call.seed, call.externalApi, call.actionRef);
  const draw = (purpose: PurposeCode) => drawFrom(stream, call.callNumber, purpose);

  if (draw(CALL_PURPOSES.fail) < behaviour.failRate) {
    const kind = pickWeighted(behaviour.fail, draw(CALL_PURPOSES.failKind));
    return failedPlan(kind === null ? connectionFailure('refused') : failureOf(kind), 0);
  }
  const acceptAfterMs = sample(behaviour.acceptAfter, draw(CALL_PURPOSES.acceptAfter));
  if (draw(CALL_PURPOSES.noResponse) < behaviour.noResponseRate) return acceptedPlan(200, acceptAfterMs, []);
  const body: ResponseBody =
    draw(CALL_PURPOSES.success) < behaviour.successRate
      ? { outcome: 'success' }
      : unsuccessful(pickWeighted(behaviour.reasons, draw(CALL_PURPOSES.reason)));
  const afterMs = sample(behaviour.responseAfter, draw(CALL_PURPOSES.responseAfter));
  return acceptedPlan(200, acceptAfterMs, [{ afterMs, delivery: { body, token: 'right' } }]);
}

function unsuccessful(reason: string | null): ResponseBody {
  return reason === null ? { outcome: 'unsuccessful' } : { outcome: 'unsuccessful', reason };
}

/** The keys of `fail` are connection failures and statuses. */
function failureOf(key: string): CallFailure {
  const kind = CONNECTION_FAILURES.find((failure) => failure === key);
  return kind === undefined ? statusFailure(Number(key)) : connectionFailure(kind);
}
