/** What expectations look at: an Action, a Case, a queue and somebody's notifications, in the words of the file. */
import type { Action, Case } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

/** What expectations say of an Action itself. */
export function actionFields(world: World, action: Action) {
  return {
    status: action.status,
    phase: action.phase,
    reason: action.reason,
    resolutionMethod: action.resolutionMethod,
    rejectedReason: action.rejectedReason,
    retries: `${action.retryCount}/${action.displayedMaximum}`,
    calls: action.callCount,
    assignee: action.assignee,
    queue: action.queue,
    owner: action.owner,
    overdue: action.overdue,
    data: world.cases.get(action.caseRef)?.data,
  };
}

/** What expectations say of a Case. */
export function caseFields(caseInstance: Case) {
  return {
    status: caseInstance.status,
    needsAttention: caseInstance.needsAttention,
    reason: caseInstance.reason,
    problemAction: caseInstance.problemAction,
    paused: caseInstance.paused,
    data: caseInstance.data,
    actions: caseInstance.actions.length,
  };
}

/** What expectations say of somebody's notifications. */
export function notificationFields(world: World, user: string) {
  const all = world.notifications.get(user) ?? [];
  const latest = all.at(-1);
  return {
    count: all.length,
    kinds: all.map(({ kind }) => kind),
    last: latest ? { kind: latest.kind, action: latest.actionRef, case: latest.caseRef } : null,
  };
}
