/** Calls External APIs as the product does (R3): a POST of JSON whose result is read (R7). */
import type { CallPlan, CallResult } from '../../shared/model.ts';
import type { CallRequest, ExternalApiCaller, NoteWallTime } from '../runtime/ports.ts';
import { resultOfReply } from './call-result.ts';
import { callbackUrl } from './callback-url.ts';
import type { CallLink, Internet } from './link.ts';
import { callForReal } from './real-call.ts';

export interface NetworkOptions {
  readonly internet: Internet;
  /** Where external systems send their responses: an origin without a slash at its end. */
  readonly callbackBase: string;
}

export interface ExternalApiClientOptions extends NetworkOptions {
  readonly noteWallTime: NoteWallTime;
}

/** A simulated API is called by `fetch` on the simulated internet; a real one is called for real. */
export function createExternalApiClient(options: ExternalApiClientOptions): ExternalApiCaller {
  const { internet, callbackBase, noteWallTime } = options;
  const simulated = async (request: CallRequest): Promise<CallPlan> => {
    const { headers, link, close } = await internet.openCall(request);
    const startedAt = performance.now();
    const response = await post(request, bodyOf(request, callbackBase), headers, link.signal)
      .catch(networkError)
      .finally(close);
    noteWallTime(request, performance.now() - startedAt);
    return { result: resultOf(response, link), latencyMs: link.latencyMs, answers: link.answers };
  };
  const real = async (request: CallRequest, giveUp: AbortSignal | undefined): Promise<CallPlan> => {
    const { definition, callTimeoutMs } = request;
    const startedAt = performance.now();
    const body = bodyOf(request, callbackBase);
    const result = await callForReal({ url: definition.url, body, callTimeoutMs, giveUp });
    if (giveUp?.aborted !== true) noteWallTime(request, performance.now() - startedAt);
    // What it takes and what is answered later is not to be known here.
    return { result, latencyMs: 0, answers: [] };
  };
  return { call: (request, giveUp) => (request.switch === 'Real' ? real(request, giveUp) : simulated(request)) };
}

function bodyOf({ action, token }: CallRequest, callbackBase: string): string {
  return JSON.stringify({ Action: action, CallBackURL: callbackUrl(callbackBase, token) });
}

async function post(
  { definition }: CallRequest,
  body: string,
  linkHeaders: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(withoutCredentials(definition.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...linkHeaders },
    body,
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
  return resultOfReply(response.status, response.headers.get('retry-after'));
}
