/** The error bar of an Action: the five parts of R8, in the words of R9. */
import type { Fact } from '../../shared/facts.ts';
import type { Action, CallFailure, Instant } from '../../shared/model.ts';
import { maximumAfter } from '../facts.ts';
import { describeFailure, describeRetries } from '../words/call-words.ts';
import { instantInWords } from '../words/time-words.ts';

export interface ErrorBar {
  /** (a) The latest failure. */
  readonly occurredAt: Instant;
  readonly failure: CallFailure;
  /** (b) The next automatic retry; `null` while a call is in flight and once closed. */
  readonly nextRetryAt: Instant | null;
  /** (b) in words, without instants: *retrying now*, *no further automatic retries*. */
  readonly state: 'retry pending' | 'retrying now' | 'no further automatic retries';
  /** (c) */
  readonly retries: number;
  /** (d) What is shown (R18); the setting in force may differ. */
  readonly max: number;
  /** (e) Whether *Retry* is allowed (R12, R13, R15). */
  readonly canRetry: boolean;
  /** All of it in sentences. */
  readonly message: string;
}

/** The bar, or `null` where none shows (R10). */
export function errorBar(action: Action): ErrorBar | null {
  const { lastFailure } = action;
  if (lastFailure === null) return null;
  const state =
    action.phase === 'closed'
      ? 'no further automatic retries'
      : action.phase === 'calling'
        ? 'retrying now'
        : 'retry pending';
  const bar = {
    occurredAt: lastFailure.occurredAt,
    failure: lastFailure.failure,
    nextRetryAt: state === 'retry pending' ? action.nextRetryAt : null,
    state,
    retries: action.retryCount,
    max: action.displayedMaximum,
    canRetry: state === 'retry pending',
  } as const;
  return { ...bar, message: sentences(bar, action.createdAt) };
}

/** Instants of another day than `createdAt` come with their date. */
function sentences(bar: Omit<ErrorBar, 'message'>, createdAt: Instant): string {
  const failed = `${describeFailure(bar.failure)} at ${instantInWords(bar.occurredAt, createdAt)}.`;
  const retried = `${describeRetries(bar.retries, bar.max)}.`;
  if (bar.state === 'retrying now') return `${failed} Retrying now, retry ${bar.retries} of ${bar.max}. ${retried}`;
  if (bar.nextRetryAt === null) return `${failed} No further automatic retries. ${retried}`;
  return `${failed} The next automatic retry is at ${instantInWords(bar.nextRetryAt, createdAt)}. ${retried}`;
}

/**
 * What tells the count of the bar from the setting (R18–R24), `null` where they agree: `setting`, the maximum in force now, where
 * that is not the one shown; and of an Action that closed with retries to spare, the maximum that ended them.
 */
export function maximumNote(action: Action, facts: readonly Fact[], setting: number): string | null {
  const notes: string[] = [];
  const atClose = maximumAtClose(action, facts);
  if (atClose !== null && atClose !== setting) notes.push(`the maximum was ${atClose} when it closed`);
  if (setting !== action.displayedMaximum) notes.push(`the setting is ${setting} now`);
  return notes.length === 0 ? null : notes.join('; ');
}

/** The maximum that ended the retries; `null` where the Action is open, or had none to spare. */
function maximumAtClose(action: Action, facts: readonly Fact[]): number | null {
  if (action.phase !== 'closed' || action.retryCount >= action.displayedMaximum) return null;
  const closedAt = facts.findLastIndex((fact) => fact.type === 'statusChanged' && fact.to === 'Closed');
  return closedAt < 0 ? null : maximumAfter(facts.slice(0, closedAt)).inForce;
}
