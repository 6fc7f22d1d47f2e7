/** A `respond` step as the delivery that reaches the callback. */
import { findAction } from '../../engine/decide.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import type { ActionRef, Delivery } from '../../shared/model.ts';
import type { RespondTo } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';

/** Malformed, with a wrong token, or a body; the outcome of a wrong token is *success* unless it says otherwise. */
function deliveryOf(response: RespondTo): Delivery {
  if ('malformed' in response) return { body: null, token: 'right' };
  const { outcome = 'success', reason, data } = response;
  const body = { outcome, ...(reason === undefined ? {} : { reason }), ...(data === undefined ? {} : { data }) };
  return { body, token: 'token' in response ? 'wrong' : 'right' };
}

/** Which Action a response is for, and how it gets there; refused where there is no such Action, or it is a manual one (R25). */
export function addressed(
  world: World,
  response: RespondTo,
): { readonly ref: ActionRef; readonly delivery: Delivery } | Rejection {
  const action = findAction(world, response.action);
  if (!action) return reject('unknown', `There is no Action ${response.action}.`);
  if (action.token === undefined)
    return reject('notAllowed', `${action.ref} is a manual Action; it does not wait for a response.`, 'R25');
  return { ref: action.ref, delivery: deliveryOf(response) };
}
