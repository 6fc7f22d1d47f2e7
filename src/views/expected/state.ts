/** What can be read of a world, in the words of expectations: each of these, but for the entries of lists, is one that holds. */
import { findAction } from '../../engine/decide.ts';
import { formatInstant, isoInstant } from '../../shared/instant.ts';
import type { Action, ActionRef, Case, Instant, Notification } from '../../shared/model.ts';
import type {
  ActionState,
  CaseState,
  NotificationState,
  RequestState,
  TimelineEntryState,
} from '../../shared/state.ts';
import type { World } from '../../shared/world.ts';
import { type ErrorBar, errorBar } from '../calls/error-bar.ts';
import type { ApiRequest } from '../calls/requests.ts';
import type { TimelineEntry } from '../timeline/entries.ts';
import { actionFields, caseFields } from './fields.ts';

/** What files call this very Action: `C1/post-invoice` means the newest copy, so where there is a newer one the first is `…/1`. */
function nameOf(world: World, ref: ActionRef): string {
  return findAction(world, ref)?.ref === ref ? ref : `${ref}/1`;
}

/** An Action as expectations see it. */
export function stateOfAction(world: World, action: Action): ActionState {
  const { data = {}, ...fields } = actionFields(world, action);
  const bar = errorBar(action);
  return { action: nameOf(world, action.ref), ...fields, errorBar: bar && barInWords(bar, world.startAt), data };
}

/** An error bar as files write it. */
export function barInWords({ failure: _, state: __, ...bar }: ErrorBar, startAt: Instant) {
  const { occurredAt, nextRetryAt, ...rest } = bar;
  return {
    occurredAt: formatInstant(occurredAt, startAt),
    nextRetryAt: nextRetryAt === null ? null : formatInstant(nextRetryAt, startAt),
    ...rest,
  };
}

/** A Case as expectations see it. */
export function stateOfCase(world: World, caseInstance: Case): CaseState {
  const { problemAction, ...fields } = caseFields(caseInstance);
  return {
    case: caseInstance.ref,
    ...fields,
    problemAction: problemAction === null ? null : nameOf(world, problemAction),
  };
}

/** An instant as lists hold it: in UTC, and since the start as files write it. */
export function moment(at: Instant, startAt: Instant) {
  return { at: isoInstant(at), since: formatInstant(at, startAt) };
}

/** An entry of a timeline, as in a trace. */
export function stateOfEntry({ at, kind, who, text }: TimelineEntry, startAt: Instant): TimelineEntryState {
  return { ...moment(at, startAt), kind, who, text };
}

export function stateOfNotification(world: World, notification: Notification): NotificationState {
  const { at, kind, caseRef, actionRef, read } = notification;
  return { ...moment(at, world.startAt), kind, case: caseRef, action: nameOf(world, actionRef), read };
}

export function stateOfRequest(world: World, { at, actionRef, callNumber, body }: ApiRequest): RequestState {
  return { ...moment(at, world.startAt), action: nameOf(world, actionRef), call: callNumber, body };
}
