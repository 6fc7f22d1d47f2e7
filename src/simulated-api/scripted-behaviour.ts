/** What a scripted call outcome means (scenario-format.md). */
import type { ApiResponse, CallOutcome, Outage } from '../shared/api-behaviour.ts';
import type { CallPlan, Delivery, PlannedAnswer, ResponseBody } from '../shared/model.ts';
import { acceptedPlan, connectionFailure, failedPlan, statusFailure } from './call-plans.ts';

/** What was planned before for the same line of a script: plans are immutable, and most calls of an API have the same one. */
const PLANNED = new WeakMap<CallOutcome, CallPlan>();

/** Durations left out are 0; an accepted call is a 200 unless told otherwise. */
export function planScripted(outcome: CallOutcome): CallPlan {
  let plan = PLANNED.get(outcome);
  if (plan === undefined) {
    plan = planned(outcome);
    PLANNED.set(outcome, plan);
  }
  return plan;
}

function planned(outcome: CallOutcome): CallPlan {
  if ('fail' in outcome) return failedPlan(connectionFailure(outcome.fail), outcome.after ?? 0);
  if ('status' in outcome) return failedPlan(statusFailure(outcome.status, outcome.retryAfter), outcome.after ?? 0);
  const { acceptStatus = 200, acceptAfter = 0, respond = [] } = outcome;
  const responses = Array.isArray(respond) ? respond : [respond];
  return acceptedPlan(acceptStatus, acceptAfter, responses.flatMap(answersOf));
}

/** In an outage every call fails alike: by its status, else by its failure, else it is refused. */
export function planOutage({ fail = 'refused', status, after = 0, retryAfter }: Outage): CallPlan {
  const failure = status === undefined ? connectionFailure(fail) : statusFailure(status, retryAfter);
  return failedPlan(failure, after);
}

/** One response, or `repeat` identical ones at the same instant. */
function answersOf(response: ApiResponse): PlannedAnswer[] {
  const answer: PlannedAnswer = { afterMs: response.after ?? 0, delivery: deliveryOf(response) };
  return Array.from({ length: response.repeat ?? 1 }, () => answer);
}

function deliveryOf(response: ApiResponse): Delivery {
  if ('malformed' in response) return { body: null, token: 'right' };
  const { outcome = 'success', reason, data } = response;
  const body: ResponseBody = {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(data === undefined ? {} : { data }),
  };
  return { body, token: 'token' in response ? 'wrong' : 'right' };
}
