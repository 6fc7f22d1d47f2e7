/** Calls and retries: starting a call, what its result leads to, the next retry (R1–R16, R22). */
import type { CustomData } from '../../shared/definitions.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import { type ActionFact, type Fact, SYSTEM } from '../../shared/facts.ts';
import type { Action, CallPlan, CallTrigger, Case, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { actionTypeOf, caseOf, factsOfMove, moveFor } from '../action/move.ts';
import { orNever } from '../clocks/end-of-time.ts';
import { responseDeadlineAtConnection } from '../clocks/timeout.ts';
import { jitterDraw, jitterStreamNames, streamKey } from '../random.ts';
import { answersTo } from './cut-off.ts';
import { intervalArithmetic, retryPatternFor } from './retry.ts';

/** R3: the `Action` part of the request: what the Action is, and the custom data fields that go out (all where none are named). */
function requestAction(world: World, caseInstance: Case, action: Action): CustomData {
  const { send } = actionTypeOf(world, action);
  const { data } = caseInstance;
  const fields =
    send === undefined
      ? data
      : Object.fromEntries(send.filter((f) => Object.hasOwn(data, f)).map((f) => [f, data[f] ?? null]));
  return {
    Reference: action.ref,
    Title: action.title,
    Type: action.actionType,
    Case: action.caseRef,
    Owner: caseInstance.owner,
    ...fields,
  };
}

/** The next call of an Action. A first call is not a retry (R2); a retry is counted when it starts (R11). */
export function startCall(
  world: World,
  caseInstance: Case,
  action: Action,
  trigger: CallTrigger,
  by: string,
  at: Instant,
): ActionFact {
  const externalApi = actionTypeOf(world, action).externalApi ?? '';
  const api = world.externalApis.get(externalApi);
  if (!api) throw new Error(`${action.ref} calls ${externalApi}, which is not an External API`);
  return {
    type: 'callStarted',
    at,
    actionRef: action.ref,
    callNumber: action.callCount + 1,
    trigger,
    by,
    retryCount: trigger === 'first' ? 0 : action.retryCount + 1,
    externalApi,
    url: api.definition.url,
    action: requestAction(world, caseInstance, action),
  };
}

/** The external system decided the outcome of the call in flight; an answer to an earlier call is passed over. */
export function callPlanned(action: Action, callNumber: number, plan: CallPlan, at: Instant): Fact[] {
  const isInFlight = action.phase === 'calling' && action.callCount === callNumber && action.plan === null;
  return isInFlight ? [{ type: 'callPlanned', at, actionRef: action.ref, callNumber, plan }] : [];
}

/** The call in flight ends: connected (R4, R5) or failed (R6, R14). */
export function callResult(world: World, action: Action, at: Instant): Fact[] {
  const { plan, callCount: callNumber, callStartedAt } = action;
  if (action.phase !== 'calling' || plan === null || callStartedAt === null) return [];
  const tookMs = at - callStartedAt;
  return plan.result.connected
    ? accepted(world, action, plan, { callNumber, status: plan.result.status, tookMs, at })
    : [
        { type: 'callFailed', at, actionRef: action.ref, callNumber, failure: plan.result.failure, tookMs },
        ...afterFailure(world, action, at),
      ];
}

interface Acceptance {
  readonly callNumber: number;
  readonly status: number;
  readonly tookMs: number;
  readonly at: Instant;
}

function accepted(
  world: World,
  action: Action,
  plan: CallPlan,
  { callNumber, status, tookMs, at }: Acceptance,
): Fact[] {
  const { ref: actionRef } = action;
  const actionType = actionTypeOf(world, action);
  const { responseExpected } = actionType;
  const responseDeadlineAt = responseExpected
    ? responseDeadlineAtConnection(action.responseClock, actionType, action.responseDeadlineAt, at)
    : null;
  const row = moveFor(world, action, 'accepted');
  return [
    { type: 'connected', at, actionRef, callNumber, status, tookMs, responseExpected, responseDeadlineAt },
    ...(row ? factsOfMove(world, action, row, at) : []),
    ...answersTo(action, plan, at, at),
  ];
}

function afterFailure(world: World, action: Action, at: Instant): Fact[] {
  const row = moveFor(world, action, 'failed');
  if (!row) return [];
  if (!row.effects.includes('schedule a retry')) {
    return factsOfMove(world, action, row, at);
  }
  const retryNumber = action.retryCount + 1;
  const pattern = retryPatternFor(world.settings, actionTypeOf(world, action));
  const arithmetic = intervalArithmetic(pattern, retryNumber, () =>
    jitterDraw(streamKey(world.seed, ...jitterStreamNames(action.stream)), retryNumber),
  );
  return [
    {
      type: 'retryScheduled',
      at,
      actionRef: action.ref,
      retryNumber,
      nextRetryAt: orNever(at + arithmetic.intervalMs),
      arithmetic,
    },
  ];
}

/** The pending automatic retry starts. */
export function retryDue(world: World, action: Action, at: Instant): Fact[] {
  return moveFor(world, action, 'retry due')
    ? [startCall(world, caseOf(world, action), action, 'automatic', SYSTEM, at)]
    : [];
}

/** A person clicks *Retry*: allowed only while a retry is pending (R12, R13, R15). */
export function retryClicked(world: World, action: Action, by: string, at: Instant): Fact[] | Rejection {
  if (moveFor(world, action, 'Retry clicked')) {
    return [startCall(world, caseOf(world, action), action, 'manual', by, at)];
  }
  const { ref, phase } = action;
  if (phase === 'calling') {
    return reject('callInFlight', `${ref} is calling right now. One call at a time: wait for its result.`, 'R13');
  }
  if (phase === 'closed') {
    return reject(
      'closed',
      `${ref} is closed. A closed Action is never called again; relaunch it to start afresh.`,
      'R15',
    );
  }
  if (phase === 'awaiting response') {
    return reject(
      'notAllowed',
      `${ref} is connected and waiting for its response. There is nothing to retry.`,
      'R4',
      'R12',
    );
  }
  return reject('notAllowed', `${ref} is now with people. Complete it by hand, or relaunch it.`, 'R12', 'R26');
}
