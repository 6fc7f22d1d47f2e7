/** How a fact changes the one Action it is about. */
import type { ActionFact } from '../../shared/facts.ts';
import type { Action } from '../../shared/model.ts';

/** What the screen shows under *Rejected Reason* when the external system gave none (R26). */
const NO_REASON_GIVEN = 'No reason given';

type Created = Extract<ActionFact, { type: 'actionCreated' }>;

/** A new copy, before its first status; `sequence` is its place in creation order. */
export function createdAction(fact: Created, sequence: number): Action {
  return {
    ref: fact.actionRef,
    caseRef: fact.caseRef,
    actionType: fact.actionType,
    title: fact.title,
    copy: fact.copy,
    place: fact.place,
    stream: fact.stream,
    position: fact.position,
    sequence,
    token: fact.token,
    phase: 'calling',
    status: 'Draft',
    reason: 'Updated by Enate',
    resolutionMethod: null,
    rejectedReason: null,
    statusSince: fact.at,
    statusBy: fact.by,
    retryCount: 0,
    displayedMaximum: fact.maximum,
    callCount: 0,
    callStartedAt: null,
    plan: null,
    lastFailure: null,
    nextRetryAt: null,
    connectedAt: null,
    responseClock: fact.responseClock,
    responseDeadlineAt: fact.responseDeadlineAt,
    dueAt: fact.dueAt,
    overdue: false,
    owner: fact.owner,
    assignee: null,
    queue: null,
    decidedBy: null,
    unheededResponses: 0,
    escalated: false,
    createdAt: fact.at,
    closedAt: null,
  };
}

/** The Action after the fact; every fact of an Action but its creation. */
export function evolveAction(action: Action, fact: Exclude<ActionFact, Created>): Action {
  switch (fact.type) {
    case 'callStarted':
      return {
        ...action,
        phase: 'calling',
        retryCount: fact.retryCount,
        callCount: fact.callNumber,
        callStartedAt: fact.at,
        plan: null,
        nextRetryAt: null,
      };
    case 'callPlanned':
      return { ...action, plan: fact.plan };
    case 'callFailed':
      return {
        ...action,
        callStartedAt: null,
        plan: null,
        lastFailure: { callNumber: fact.callNumber, occurredAt: fact.at, failure: fact.failure },
      };
    case 'connected':
      return {
        ...action,
        phase: fact.responseExpected ? 'awaiting response' : action.phase,
        callStartedAt: null,
        plan: null,
        lastFailure: null,
        connectedAt: fact.at,
        responseDeadlineAt: fact.responseDeadlineAt,
      };
    case 'callCutOff':
      return { ...action, callStartedAt: null, plan: null };
    case 'retryScheduled':
      return { ...action, phase: 'retry pending', nextRetryAt: fact.nextRetryAt };
    case 'maximumSaved':
      return { ...action, displayedMaximum: fact.displayedMaximum };
    case 'statusChanged':
      return withStatus(action, fact);
    case 'allocated':
      return { ...action, queue: fact.queue, assignee: fact.assignee };
    case 'responseReceived': {
      if (fact.verdict !== 'accepted' || fact.body === null) {
        return { ...action, unheededResponses: action.unheededResponses + 1 };
      }
      const rejectedReason =
        fact.body.outcome === 'unsuccessful' ? fact.body.reason?.trim() || NO_REASON_GIVEN : action.rejectedReason;
      return { ...action, decidedBy: fact.body, rejectedReason };
    }
    case 'becameOverdue':
      return { ...action, overdue: true };
    case 'escalated':
      return { ...action, escalated: true };
  }
}

/** R10, R40: leaving `Waiting` ends calls, retries and the response clock; closing ends everything. */
function withStatus(action: Action, fact: Extract<ActionFact, { type: 'statusChanged' }>): Action {
  const changed = {
    ...action,
    phase: fact.phase,
    status: fact.to,
    reason: fact.reason,
    resolutionMethod: fact.resolutionMethod,
    statusSince: fact.at,
    statusBy: fact.by,
  };
  if (fact.phase === 'calling') return changed;
  const handedOver = {
    ...changed,
    callStartedAt: null,
    plan: null,
    nextRetryAt: null,
    responseDeadlineAt: null,
    owner: null,
    lastFailure: fact.keepsErrorBar === true ? action.lastFailure : null,
  };
  if (fact.phase !== 'closed') return handedOver;
  return { ...handedOver, assignee: null, queue: null, dueAt: null, closedAt: fact.at };
}
