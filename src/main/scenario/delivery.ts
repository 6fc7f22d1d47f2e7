/** A `respond` step as the delivery that reaches the callback. */
import type { Delivery } from '../../shared/model.ts';
import type { RespondTo } from '../../shared/scenario.ts';

/** Malformed, with a wrong token, or a body; the outcome of a wrong token is *success* unless it says otherwise. */
export function deliveryOf(response: RespondTo): Delivery {
  if ('malformed' in response) return { body: null, token: 'right' };
  const { outcome = 'success', reason, data } = response;
  const body = { outcome, ...(reason === undefined ? {} : { reason }), ...(data === undefined ? {} : { data }) };
  return { body, token: 'token' in response ? 'wrong' : 'right' };
}
