/** Random behaviour that does with every call what one outcome of a script does: where *At random* starts from, so that choosing it changes nothing. */
import type { ApiResponse, CallOutcome, RandomBehaviour } from '../../../../../shared/api-behaviour.ts';

/** What can be drawn, where the outcome has nothing of the kind. */
const NOTHING_DRAWN: RandomBehaviour = {
  failRate: 0,
  fail: { refused: 1 },
  acceptAfter: 0,
  noResponseRate: 0,
  successRate: 1,
  responseAfter: 0,
  reasons: {},
};

/**
 * The same failure, acceptance and first valid response. What random behaviour has no field for is left out: how long a failure
 * takes, an HTTP status of the acceptance, the data of an unsuccessful response, and further responses.
 */
export function randomLike(outcome: CallOutcome): RandomBehaviour {
  if ('fail' in outcome) return { ...NOTHING_DRAWN, failRate: 1, fail: { [outcome.fail]: 1 } };
  if ('status' in outcome) return { ...NOTHING_DRAWN, failRate: 1, fail: { [outcome.status]: 1 } };
  const { acceptAfter = 0, respond = [] } = outcome;
  const response = inOrder(Array.isArray(respond) ? respond : [respond])[0];
  return { ...NOTHING_DRAWN, acceptAfter, ...(response === undefined ? { noResponseRate: 1 } : responding(response)) };
}

/** Responses that the rules can take, the first to come first (R28, R30). */
const inOrder = (responses: readonly ApiResponse[]) =>
  responses
    .filter((response) => !('malformed' in response) && !('token' in response))
    .toSorted((one, other) => (one.after ?? 0) - (other.after ?? 0));

function responding(response: ApiResponse): Partial<RandomBehaviour> {
  const { after = 0 } = response;
  if (!('outcome' in response) || response.outcome !== 'unsuccessful') {
    const data = 'data' in response ? response.data : undefined;
    return { responseAfter: after, ...(data !== undefined && { data }) };
  }
  return { responseAfter: after, successRate: 0, reasons: response.reason ? { [response.reason]: 1 } : {} };
}
