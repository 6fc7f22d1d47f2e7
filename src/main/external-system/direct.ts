/** The transport without HTTP: the same plans and replies as over the wire, at once. For the Lab and `--transport direct`. */
import type { Delivery } from '../../shared/model.ts';
import type { ExternalApiCaller, ResponseSender } from '../runtime/ports.ts';
import { planCall } from './behaviour.ts';

export const directCaller: ExternalApiCaller = { call: planCall };

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
