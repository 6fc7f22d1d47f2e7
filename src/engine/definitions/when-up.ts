/** What an API does that is switched to *Up*: the best of its configuration, and nothing that fails. */
import type { ApiResponse, CallOutcome } from '../../shared/api-behaviour.ts';
import type { ExternalApi } from '../../shared/definitions.ts';

/** What was worked out before: definitions are immutable, and every call of an API that is up asks for it. */
const KNOWN = new WeakMap<ExternalApi, ExternalApi>();

/**
 * The same API on a good day: it accepts every call at once and responds with success. The response is the first successful one
 * that its script has, *Otherwise* before the calls, with its delay and data; without one it comes at once. At random, only the
 * delay of the response is still drawn.
 */
export function definitionWhenUp(definition: ExternalApi): ExternalApi {
  let up = KNOWN.get(definition);
  if (up === undefined) {
    up = whenUp(definition);
    KNOWN.set(definition, up);
  }
  return up;
}

function whenUp({ url, random, calls = [], otherwise }: ExternalApi): ExternalApi {
  if (random !== undefined) {
    return { url, outages: [], random: { ...random, failRate: 0, acceptAfter: 0, noResponseRate: 0, successRate: 1 } };
  }
  const scripted = otherwise === undefined ? calls : [otherwise, ...calls];
  const success = scripted.flatMap(responsesOf).find(isSuccessful) ?? { outcome: 'success' };
  return { url, outages: [], calls: [], otherwise: { respond: success } };
}

function responsesOf(outcome: CallOutcome): readonly ApiResponse[] {
  if ('fail' in outcome || 'status' in outcome || outcome.respond === undefined) return [];
  return Array.isArray(outcome.respond) ? outcome.respond : [outcome.respond];
}

const isSuccessful = (response: ApiResponse): boolean =>
  !('malformed' in response) && !('token' in response) && response.outcome === 'success';
