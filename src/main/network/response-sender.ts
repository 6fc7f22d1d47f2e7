/** Sends an external system's answers as it would: a `fetch` POST to the callback URL, which the simulator's own endpoint takes. */
import { withWrongSecret } from '../../shared/callback-token.ts';
import type { CallbackReply, CallbackRequest, Receive, ResponseSender } from '../runtime/ports.ts';
import { handleCallback } from './callback-endpoint.ts';
import { callbackUrl, tokenIn } from './callback-url.ts';
import type { NetworkOptions } from './external-api-client.ts';

/** What a malformed answer looks like: JSON that breaks off. */
const MALFORMED_BODY = '{"outcome": "succ';

export function createResponseSender({ internet, callbackBase }: NetworkOptions): ResponseSender {
  return {
    async send(request, receive) {
      const endpoint = endpointFor(request, receive);
      const { headers, close } = await internet.openDelivery(endpoint.answer);
      const response = await post(request, callbackBase, headers).finally(close);
      return endpoint.replyTo(response);
    },
  };
}

async function post(
  { token, delivery }: CallbackRequest,
  callbackBase: string,
  linkHeaders: Readonly<Record<string, string>>,
): Promise<Response> {
  return fetch(callbackUrl(callbackBase, delivery.token === 'right' ? token : withWrongSecret(token)), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...linkHeaders },
    body: delivery.body === null ? MALFORMED_BODY : JSON.stringify(delivery.body),
  });
}

/** The callback endpoint as this one delivery finds it, within the runtime's step that sends it. */
function endpointFor(request: CallbackRequest, receive: Receive) {
  let reply: CallbackReply | undefined;
  return {
    answer: (arrived: Request) =>
      handleCallback(
        arrived,
        tokenIn(arrived.url),
        (actionRef) => (actionRef === request.actionRef ? request.token : undefined),
        (_, delivery) => {
          reply = receive(delivery);
          return reply;
        },
      ),
    /** The rules' own words: an error's message on the wire says more than that, of the body's text. */
    replyTo(response: Response): CallbackReply {
      if (reply?.httpStatus === response.status) return reply;
      throw new Error(`${request.actionRef}: its own callback address answered ${response.status}`);
    },
  };
}
