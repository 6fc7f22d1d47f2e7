/**
 * The callback address of Actions (R25–R30): one `Request` in, one `Response` out. The simulated internet and the
 * loopback host serve the very same function.
 */
import { parseToken } from '../../shared/callback-token.ts';
import type { ActionRef, Delivery } from '../../shared/model.ts';
import type { CallbackReply } from '../runtime/ports.ts';
import { readCallbackBody } from './callback-body.ts';

/** The token of an Action; nothing where there is no such Action, or none that external systems answer. */
export type TokenOf = (actionRef: ActionRef) => string | null | undefined;

/** Takes a delivery into the world, by the rules. */
export type ReceiveFor = (actionRef: ActionRef, delivery: Delivery) => CallbackReply | Promise<CallbackReply>;

/** The `code` in an error's body, by HTTP status. */
const CODES = { 400: 'malformed', 401: 'wrongToken', 404: 'unknown', 409: 'conflict' } as const;

/**
 * `POST <callbackBase>/callbacks/<token>`. A known Action is told of every delivery, of malformed ones and of those
 * with a wrong secret too: they are on its timeline (R51).
 *
 * Answers 200 `{ message }`, else `{ error: { code, message } }`: 400 body malformed, 401 wrong secret, 404 unknown Action,
 * 409 late or conflicting.
 */
export async function handleCallback(
  request: Request,
  token: string,
  tokenOf: TokenOf,
  receive: ReceiveFor,
): Promise<Response> {
  const actionRef = parseToken(token)?.actionRef;
  const expected = actionRef === undefined ? undefined : tokenOf(actionRef);
  if (actionRef === undefined || expected === undefined || expected === null) {
    return refusal(404, 'No Action has this callback address. Expected one that ends in the token of an Action.');
  }
  const content = await readCallbackBody(request);
  const reply = await receive(actionRef, { body: content.body, token: token === expected ? 'right' : 'wrong' });
  const { httpStatus, message } = reply;
  if (httpStatus === 200) return Response.json({ message });
  return refusal(httpStatus, httpStatus === 400 && 'problem' in content ? `${message} ${content.problem}` : message);
}

function refusal(status: keyof typeof CODES, message: string): Response {
  return Response.json({ error: { code: CODES[status], message } }, { status });
}
