/** Calls external APIs as the product does (R3): a `fetch` POST of JSON, of which the result is read (R7). */
import type { CallFailure, CallResult } from '../../shared/model.ts';
import type { CallRequest, ExternalApiCaller } from '../runtime/ports.ts';
import { callbackUrl } from './callback-url.ts';
import type { CallLink, Internet } from './link.ts';

const SECOND_MS = 1_000;

export interface NetworkOptions {
  readonly internet: Internet;
  /** Where external systems answer: an origin without a slash at its end. */
  readonly callbackBase: string;
}

export function createExternalApiClient({ internet, callbackBase }: NetworkOptions): ExternalApiCaller {
  return {
    async call(request) {
      const { headers, link, close } = await internet.openCall(request);
      const response = await post(request, callbackBase, headers, link.signal).catch(networkError).finally(close);
      return { result: resultOf(response, link), latencyMs: link.latencyMs, answers: link.answers };
    },
  };
}

async function post(
  { definition, action, token }: CallRequest,
  callbackBase: string,
  linkHeaders: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(withoutCredentials(definition.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...linkHeaders },
    body: JSON.stringify({ Action: action, CallBackURL: callbackUrl(callbackBase, token) }),
    // A redirect is a status outside 2xx (R7), not something to follow.
    redirect: 'manual',
    signal,
  });
}

/** `fetch` refuses a URL that holds a user name or password; the simulated API asks for neither. */
function withoutCredentials(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  return url.href;
}

/** `fetch` rejects with a TypeError on a network error and with an AbortError when told to give up; all else is a bug. */
function networkError(error: unknown): null {
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'AbortError')) return null;
  throw error;
}

function resultOf(response: Response | null, link: CallLink): CallResult {
  if (response === null) return { connected: false, failure: { kind: link.networkError } };
  return response.ok
    ? { connected: true, status: response.status }
    : { connected: false, failure: statusFailure(response) };
}

function statusFailure({ status, headers }: Response): CallFailure {
  const seconds = headers.get('retry-after');
  const failure = { kind: 'status', status } as const;
  return seconds === null ? failure : { ...failure, retryAfterMs: Number(seconds) * SECOND_MS };
}
