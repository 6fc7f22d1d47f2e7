/** What an event changed, for who watches: a sentence, and what it is about, so that a screen can point at it. */
import type { ActionRef, CaseRef } from './model.ts';

export interface ChangedAction {
  readonly ref: ActionRef;
  /** So many of the latest facts of the Action (R51) are the event's. */
  readonly factCount: number;
}

export interface WhatChanged {
  /** *Retry 2 of C1/post-invoice failed: HTTP 503; the next automatic retry is at 09:07:00.* */
  readonly sentence: string;
  readonly actions: readonly ChangedAction[];
  /** Those that changed themselves, not only in an Action of theirs. */
  readonly cases: readonly CaseRef[];
  /** The External APIs that were switched. */
  readonly externalApis: readonly string[];
  /** Who was notified. */
  readonly users: readonly string[];
}
