/** The two clocks of an Action: the response clock and the due date (R32–R38). */
import type { ActionType, Settings } from '../../shared/definitions.ts';
import type { Instant } from '../../shared/model.ts';
import { orNever } from './end-of-time.ts';

/**
 * When the response clock runs out if it starts at launch; `null` where it does not start there (R35): with the clock from
 * connection, where no response is expected, where *Response expected within* is blank.
 */
export function responseDeadlineAtLaunch(
  settings: Settings,
  actionType: ActionType,
  launchedAt: Instant,
): Instant | null {
  return settings.responseClock === 'launch' && actionType.responseExpected
    ? deadlineFrom(actionType, launchedAt)
    : null;
}

/**
 * When a response is awaited until, decided on connection: with the clock from launch the deadline that runs since then, or none
 * where none was set then (R35, R38); otherwise *Response expected within* from now. `null` where nothing limits it (R34).
 */
export function responseDeadlineAtConnection(
  clock: Settings['responseClock'],
  actionType: ActionType,
  running: Instant | null,
  connectedAt: Instant,
): Instant | null {
  return clock === 'launch' ? running : deadlineFrom(actionType, connectedAt);
}

/** The due date counts from launch, in every phase (R36); `null` where none is set. */
export function dueAtLaunch(actionType: ActionType, launchedAt: Instant): Instant | null {
  return actionType.due === undefined ? null : orNever(launchedAt + actionType.due);
}

function deadlineFrom(actionType: ActionType, from: Instant): Instant | null {
  return actionType.responseWithin === undefined ? null : orNever(from + actionType.responseWithin);
}
