/** What a callback answers, from what the rules made of the response (R28–R30). */
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import { WORDS } from '../../shared/word-table.ts';
import type { CallbackReply } from './ports.ts';

/** The reply to the response among `outcome`, or to a response that no Action awaits. */
export function callbackReply(outcome: readonly Fact[] | Rejection): CallbackReply {
  if (isRejection(outcome)) return { httpStatus: 404, message: outcome.message };
  const received = outcome.find((fact) => fact.type === 'responseReceived');
  if (!received) return { httpStatus: 404, message: 'No Action is waiting for this response.' };
  return { httpStatus: received.httpStatus, message: WORDS.verdict[received.verdict].sentence };
}
