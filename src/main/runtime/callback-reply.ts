/** What a callback answers, from what the rules made of the response (R28–R30). */
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Fact, ResponseVerdict } from '../../shared/facts.ts';
import type { CallbackReply } from './ports.ts';

/** One sentence for every verdict; the screen and the callback say the same. */
const VERDICT_SENTENCES: Record<ResponseVerdict, string> = {
  accepted: 'The response was accepted.',
  duplicate: 'The same response was accepted before; nothing changed.',
  conflicting: 'Another response was accepted before, and the first one decides. This one was refused.',
  late: 'The response came too late: the Action no longer waits for one. It was refused.',
  malformed: 'The body is not a response. Expected {"outcome": "success" | "unsuccessful", "reason"?, "data"?}.',
  'wrong token': 'The token does not belong to this Action.',
};

/** The reply to the response among `outcome`, or to a response that no Action awaits. */
export function callbackReply(outcome: readonly Fact[] | Rejection): CallbackReply {
  if (isRejection(outcome)) return { httpStatus: 404, message: outcome.message };
  const received = outcome.find((fact) => fact.type === 'responseReceived');
  if (!received) return { httpStatus: 404, message: 'No Action awaits this response.' };
  return { httpStatus: received.httpStatus, message: VERDICT_SENTENCES[received.verdict] };
}
