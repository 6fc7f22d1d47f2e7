/** A call in flight is cut off when its Action leaves `calling` otherwise than by the call's result (R39). */
import type { Fact } from '../../shared/facts.ts';
import type { Action, CallPlan, Instant } from '../../shared/model.ts';
import { orNever } from '../clocks/end-of-time.ts';

/**
 * That the call was cut off at `at`, and the answers to it that come nevertheless (R29): what the external system does with a call
 * does not depend on what became of the Action. A call that was cut off in the very instant in which it started, before it was
 * handed over, never went out; what a real server makes of one is its own affair.
 */
export function callCutOff(action: Action, at: Instant): Fact[] {
  const { ref: actionRef, callCount: callNumber, callStartedAt, plan } = action;
  if (callStartedAt === null) return [];
  const cutOff: Fact = { type: 'callCutOff', at, actionRef, callNumber, tookMs: at - callStartedAt };
  return [cutOff, ...(plan === null ? [] : answersTo(action, plan, callStartedAt + plan.latencyMs, at))];
}

/**
 * The answers to the call in flight, planned at `at`: they count from where the call connects; there are none where it does not. One
 * that would come after the end of time never comes.
 */
export function answersTo(action: Action, plan: CallPlan, connectsAt: Instant, at: Instant): Fact[] {
  if (!plan.result.connected) return [];
  const { ref: actionRef, callCount } = action;
  return plan.answers.flatMap(({ afterMs, delivery }, index): Fact[] => {
    const responseAt = orNever(connectsAt + afterMs);
    if (responseAt === null) return [];
    const id = `${actionRef}#${callCount}.${index + 1}`;
    return [{ type: 'responsePlanned', at, id, responseAt, actionRef, delivery }];
  });
}
