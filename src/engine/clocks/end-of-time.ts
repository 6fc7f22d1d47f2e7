/** A world ends on 31 December 9999: nothing that would come later comes, and no clock is moved there (B1, decision 5). */
import { type Rejection, reject } from '../../shared/errors.ts';
import { LAST_INSTANT, LAST_INSTANT_WORDS } from '../../shared/instant.ts';
import type { Instant } from '../../shared/model.ts';

/** The instant, or `null` if it is after the last one: then it never comes. */
export function orNever(at: number): Instant | null {
  return at <= LAST_INSTANT ? at : null;
}

/** The instant, or the last one there is, whichever is earlier. */
export function withinTime(at: number): Instant {
  return Math.min(at, LAST_INSTANT);
}

/** Why the clock cannot be moved to `at`; `null` where it can. `Infinity` means until nothing is scheduled: that goes no further. */
export function cannotMoveTo(at: number): Rejection | null {
  if (at <= LAST_INSTANT || at === Number.POSITIVE_INFINITY) return null;
  return reject('notAllowed', `The clock cannot be moved that far: virtual time ends on ${LAST_INSTANT_WORDS}.`);
}
