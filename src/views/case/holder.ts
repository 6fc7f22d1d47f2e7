/** Which people a Case waits for: who has what it needs next, since when, and whether that is long. */

import { HOUR_MS } from '../../shared/duration.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Action, ActionRef, Case, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { firstOf, lastOf } from '../facts.ts';

export interface Holder {
  /** A person or a queue; `null` where the Action is nobody's and in no queue. */
  readonly who: string | null;
  /** What they are to do; `null` where the Case owner is to decide how the Case goes on. */
  readonly action: { readonly ref: ActionRef; readonly title: string } | null;
  readonly since: Instant;
  /** How many other Actions of the Case wait for people too. */
  readonly moreCount: number;
}

/** After so long with people a Case is worth a look, though no rule asks anybody to act: half a working day [A]. */
export const LONG_WITH_PEOPLE_MS = 4 * HOUR_MS;

/** Since when an Action waits for people: `To Do` and `In Progress` alike (R40, R50). */
function withPeopleSince(action: Action, facts: readonly Fact[] = []): Instant {
  return firstOf(facts, 'statusChanged', ({ phase }) => phase === 'manual')?.at ?? action.statusSince;
}

/**
 * Who holds a Case: its owner while it needs attention (R44), is held up by what failed (R49), or is paused with nothing running
 * (R48); else who has the Action that waits longest for people (R40, R41). `null` where no person is waited for.
 */
export function holderOf(
  world: World,
  caseInstance: Case,
  actions: readonly Action[],
  stuck: readonly Action[],
): Holder | null {
  if (caseInstance.status === 'Draft' || caseInstance.status === 'Closed') return null;
  const waiting = actions
    .filter(({ phase }) => phase === 'manual')
    .map((action) => ({ action, since: withPeopleSince(action, world.timelines.get(action.ref)) }));
  const ownerSince = ownerHoldsSince(world, caseInstance, actions, stuck);
  if (ownerSince !== null) {
    return { who: caseInstance.owner, action: null, since: ownerSince, moreCount: waiting.length };
  }
  const [first] = waiting;
  if (first === undefined) return null;
  const { action, since } = waiting.reduce((longest, each) => (each.since < longest.since ? each : longest), first);
  const { ref, title, assignee, queue } = action;
  return { who: assignee ?? queue, action: { ref, title }, since, moreCount: waiting.length - 1 };
}

function ownerHoldsSince(
  world: World,
  { ref, needsAttention, paused, statusSince }: Case,
  actions: readonly Action[],
  stuck: readonly Action[],
): Instant | null {
  if (needsAttention) return statusSince;
  if (stuck.length > 0) return Math.min(...stuck.map((action) => action.statusSince));
  if (!paused || actions.some(({ phase }) => phase !== 'closed')) return null;
  return lastOf(world.timelines.get(ref) ?? [], 'casePaused')?.at ?? statusSince;
}

/** Whether an Action of the Case has been with people for long. What the owner is asked for has a mark of its own. */
export function isLongWithPeople(holder: Holder | null, now: Instant): boolean {
  return holder !== null && holder.action !== null && now - holder.since >= LONG_WITH_PEOPLE_MS;
}

/** `Accounts Payable · Check the invoice`, `dana · Case owner`; how long follows. */
export function holderInWords({ who, action, moreCount }: Holder): string {
  const more = moreCount === 0 ? '' : ` and ${moreCount} more`;
  return `${who ?? 'nobody'} · ${action === null ? 'Case owner' : action.title}${more}`;
}
