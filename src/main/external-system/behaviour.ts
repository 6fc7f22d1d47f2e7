/**
 * What a simulated external API does with a call: pure, so that HTTP, the direct transport and the Lab cannot disagree.
 * The first that speaks decides: the switch, an outage, then the script or the random behaviour.
 */
import { resolveInstant } from '../../shared/instant.ts';
import type { CallPlan } from '../../shared/model.ts';
import type { CallRequest } from '../runtime/ports.ts';
import { acceptedPlan, connectionFailure, failedPlan, withinTimeout } from './call-plans.ts';
import { planRandom } from './random-behaviour.ts';
import { planOutage, planScripted } from './scripted-behaviour.ts';

/** All that will come of one call. The same request always has the same plan. */
export function planCall(request: CallRequest): CallPlan {
  return withinTimeout(intendedPlan(request), request.callTimeoutMs);
}

function intendedPlan(request: CallRequest): CallPlan {
  const { definition, callNumber } = request;
  if (request.switch === 'Down') return failedPlan(connectionFailure('refused'), 0);
  if (request.switch === 'Silent') return acceptedPlan(200, 0, []);
  const outage = outageAt(request);
  if (outage) return planOutage(outage);
  if (definition.random) return planRandom(definition.random, request);
  return planScripted(definition.calls?.[callNumber - 1] ?? definition.otherwise ?? {});
}

/** The first outage listed that covers the call's start: `from ≤ at < from + for`. */
function outageAt({ definition, at, startAt }: CallRequest) {
  return definition.outages?.find((outage) => {
    const from = resolveInstant(outage.from, startAt);
    return from <= at && at < from + outage.for;
  });
}
