/** The two clocks of an Action: the response clock and the due date (R32–R38). */
import type { ActionType, Settings } from '../shared/definitions.ts';
import type { Instant } from '../shared/model.ts';

/** When the response clock runs out if it starts at launch; `null` where it does not start there (R35). */
export function responseDeadlineAtLaunch(
  settings: Settings,
  actionType: ActionType,
  launchedAt: Instant,
): Instant | null {
  return settings.responseClock === 'launch' ? deadlineFrom(actionType, launchedAt) : null;
}

/**
 * When a response is awaited until, decided on connection: the deadline already running since launch (R38), otherwise
 * *Response expected within* from now; `null` where nothing limits it (R34). A deadline that passed while the Action was
 * still calling is over at once.
 */
export function responseDeadlineAtConnection(
  actionType: ActionType,
  running: Instant | null,
  connectedAt: Instant,
): Instant | null {
  return running === null ? deadlineFrom(actionType, connectedAt) : Math.max(running, connectedAt);
}

/** The due date counts from launch, in every phase (R36); `null` where none is set. */
export function dueAtLaunch(actionType: ActionType, launchedAt: Instant): Instant | null {
  return actionType.due === undefined ? null : launchedAt + actionType.due;
}

function deadlineFrom(actionType: ActionType, from: Instant): Instant | null {
  return actionType.responseWithin === undefined ? null : from + actionType.responseWithin;
}
