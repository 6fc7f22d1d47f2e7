/** What a person may do with an Action now, and why not the rest; asked of the rules themselves (R12–R15, R47, R50). */
import { retryClicked } from '../../engine/connection/connection.ts';
import { complete, take, unableToComplete, unassign } from '../../engine/people/manual-work.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Action, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

export type WorkOption = 'take' | 'unassign' | 'complete' | 'unable';

/** Each option: `null` where it is allowed, else the refusal that choosing it would get. */
export type WorkOptions = { readonly [O in WorkOption]: Rejection | null };

const refusal = (decision: unknown): Rejection | null => (isRejection(decision) ? decision : null);

/** Manual work on an Action. No rule of it asks who does it, so any name will do for `by`. */
export function workOptions(world: World, action: Action, by: string, at: Instant): WorkOptions {
  return {
    take: refusal(take(world, action, by, at)),
    unassign: refusal(unassign(world, action, by, at)),
    complete: refusal(complete(world, action, by, at)),
    unable: refusal(unableToComplete(world, action, by, undefined, at)),
  };
}

/** Whether *Retry* would be refused. */
export function refusesRetry(world: World, action: Action, by: string, at: Instant): Rejection | null {
  return refusal(retryClicked(world, action, by, at));
}
