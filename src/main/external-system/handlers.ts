/** MSW's side of the simulated internet: one handler for every request of the process, and how a plan looks on the wire. */
import { RequestHandler } from 'msw';
import { SECOND_MS } from '../../shared/duration.ts';
import type { CallPlan } from '../../shared/model.ts';
import { type Exchange, LINK_HEADER } from './exchange.ts';
import type { Link } from './link.ts';

export interface NetworkHandlerOptions {
  /** The open exchange of this id. */
  readonly find: (id: string) => Exchange | undefined;
  /** A request ends in a network error. */
  readonly onNetworkError: () => void;
}

/**
 * Takes every request: those of an open exchange are answered by it, all others fail. It must take them all, as MSW's own
 * `onUnhandledRequest: 'error'` lets what looks like an asset (`…/logo.png`) out.
 *
 * `run` is overridden because the inherited one copies each request with its body and parses URL and cookies, which halves
 * the calls per second.
 */
export class NetworkHandler extends RequestHandler {
  readonly #options: NetworkHandlerOptions;

  constructor(options: NetworkHandlerOptions) {
    super({ info: { header: 'the simulated internet' }, resolver: () => Response.error() });
    this.#options = options;
  }

  override async run({ request, requestId }: Parameters<RequestHandler['run']>[0]): ReturnType<RequestHandler['run']> {
    const id = request.headers.get(LINK_HEADER);
    const exchange = id === null ? undefined : this.#options.find(id);
    const response = (await exchange?.answer(request)) ?? null;
    const handled = { handler: this, request, requestId };
    if (response && response.type !== 'error') return { ...handled, response };
    this.#options.onNetworkError();
    // A request that was given up has failed by itself, and MSW rejects a second end. Any other without a response would
    // be let out.
    return request.signal.aborted ? handled : { ...handled, response: Response.error() };
  }

  override predicate(): boolean {
    return true;
  }

  override log(): void {
    // The Action's timeline is the log.
  }
}

/** What the external system does with a call, on the wire: at once, however long it takes in virtual time. */
export function answerCall(request: Request, link: Link): Response | Promise<null> {
  const { result } = link.decide();
  if (result.connected) return new Response(null, { status: result.status });
  if (result.failure.kind === 'status') return statusResponse(result.failure);
  if (result.failure.kind !== 'hang') return Response.error();
  const silence = untilAborted(request.signal);
  link.giveUp();
  return silence;
}

function statusResponse({ status = 500, retryAfterMs }: Extract<CallPlan['result'], { connected: false }>['failure']) {
  const headers = retryAfterMs === undefined ? {} : { 'retry-after': String(retryAfterMs / SECOND_MS) };
  return new Response(null, { status, headers });
}

/** No answer; over when the caller gives up, so that nothing is left behind. */
function untilAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
