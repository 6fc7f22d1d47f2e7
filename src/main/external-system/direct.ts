/** The transport without HTTP: the same plans and replies as over the wire, at once. For the Lab and `--transport direct`. */
import type { Delivery } from '../../shared/model.ts';
import { planCall } from '../../simulated-api/behaviour.ts';
import { connectionFailure, failedPlan } from '../../simulated-api/call-plans.ts';
import type { ExternalApiCaller, ResponseSender } from '../runtime/ports.ts';

/** Nothing goes out here: a real API is not to be reached. */
export const directCaller: ExternalApiCaller = {
  call: (request) => (request.switch === 'Real' ? failedPlan(connectionFailure('refused'), 0) : planCall(request)),
};

export const directSender: ResponseSender = {
  send: ({ delivery }, receive) => receive(asReceived(delivery)),
};

/** A body as it comes out of JSON at the other end: in the schema's order, and nothing that is `undefined`. */
function asReceived({ body, token }: Delivery): Delivery {
  if (body === null) return { body, token };
  const { outcome, reason, data } = body;
  return {
    body: { outcome, ...(reason === undefined ? {} : { reason }), ...(data === undefined ? {} : { data }) },
    token,
  };
}
