/** Calls and how they failed, in words: the same in every place. */
import type { CallFailure } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import type { CallRecord } from '../calls/calls.ts';
import { upperFirst } from './figures.ts';

/** `first call`, `retry 2`: the first call is not a retry (R2). */
export function callName(retryNumber: number): string {
  return retryNumber === 0 ? 'first call' : `retry ${retryNumber}`;
}

/** Which call, and who made it: `first call, automatic`; `automatic, retry 2`; `manual, retry 2, by dana`. */
export function callInWords({ trigger, retryNumber, by }: Pick<CallRecord, 'trigger' | 'retryNumber' | 'by'>): string {
  if (trigger === 'first') return `${callName(0)}, automatic`;
  return trigger === 'automatic' ? `automatic, ${callName(retryNumber)}` : `manual, ${callName(retryNumber)}, by ${by}`;
}

/** What went wrong, without a full stop: *The connection was refused*. */
export function describeFailure({ kind, status }: CallFailure): string {
  return kind === 'status' ? `The system answered with HTTP ${status}` : WORDS.failure[kind].sentence;
}

/** Why a call did not connect, where there is little room or within a sentence: *connection refused*, *HTTP 503*. */
export function failureInShort({ kind, status }: CallFailure): string {
  return kind === 'status' ? `HTTP ${status}` : WORDS.failure[kind].noun;
}

/** What can become of a call, as a choice: *Accepts*, *Connection refused*, *HTTP status*. */
export function outcomeAsChoice(kind: 'accepted' | CallFailure['kind']): string {
  if (kind === 'accepted') return 'Accepts';
  return kind === 'status' ? 'HTTP status' : upperFirst(WORDS.failure[kind].noun);
}

/** *Retried 4 of 7 times*, the same in every place (R9). */
export function describeRetries(retries: number, max: number): string {
  return `Retried ${retries} of ${max} times`;
}
