/** The three ways of not succeeding, never mixed: a `Rejection` (the rules say no), a failure of the outside world (a value
 * of its own kind), and a thrown error (a bug). */

export const REJECTION_CODES = [
  'unknown', // no such Case, Action, user …
  'notAllowed', // the rules refuse it in this state
  'callInFlight', // R13
  'closed', // R15
  'late', // R29
  'conflicting', // R28
  'malformed', // R30
  'wrongToken', // R30
  'paused', // R48
  'exists', // the name is taken
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** The rules say no: a code, a sentence for people, and the rules it rests on. */
export interface Rejection {
  readonly rejected: true;
  readonly code: RejectionCode;
  readonly message: string;
  readonly rules: readonly string[];
}

/** A refusal in plain words, citing rules such as `R15`. */
export function reject(code: RejectionCode, message: string, ...rules: string[]): Rejection {
  return { rejected: true, code, message, rules };
}

/** True where a decision is a refusal. */
export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && 'rejected' in value && value.rejected === true;
}
