/** *Why?* for whatever stands on a screen: a fact of an Action's timeline, or what holds for the Action now. */
import type { Fact } from '../../shared/facts.ts';
import type { ActionRef } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { lastOf } from '../facts.ts';
import { whyAllocation } from './allocation.ts';
import { whyCall } from './call.ts';
import { whyDeadline, whyDue } from './clocks.ts';
import { whyCutOff } from './cut-off.ts';
import type { Explanation } from './explanation.ts';
import { whyResponse } from './response.ts';
import { whyCallStarted, whyRetry } from './retry.ts';
import { whyStatus } from './status.ts';

/** Why a fact came about; `null` where it speaks for itself. The fact must be one of the world's timelines. */
export function whyFact(world: World, fact: Fact): Explanation | null {
  switch (fact.type) {
    case 'retryScheduled':
      return whyRetry(world, fact);
    case 'callStarted':
      return whyCallStarted(world, fact);
    case 'callFailed':
      return whyCall(world, fact);
    case 'callCutOff':
      return whyCutOff(world, fact);
    case 'connected':
      // What the connection began matters more here; the Calls explain the result.
      return whyDeadline(world, fact.actionRef);
    case 'statusChanged':
      return whyStatus(world, fact);
    case 'escalated':
      // The close that told the Case owner.
      return whyStatusNow(world, fact.actionRef);
    case 'allocated':
      return whyAllocation(world, fact);
    case 'responseReceived':
      return whyResponse(world, fact);
    case 'becameOverdue':
      return whyDue(world, fact.actionRef);
    default:
      return null;
  }
}

/** Why the Action has the status it has now. */
export function whyStatusNow(world: World, ref: ActionRef): Explanation | null {
  const fact = lastOf(world.timelines.get(ref) ?? [], 'statusChanged');
  return fact === undefined ? null : whyStatus(world, fact);
}

/** Why the Action is with that person and queue; `null` where it is with nobody because it waits or is closed. */
export function whyAllocationNow(world: World, ref: ActionRef): Explanation | null {
  const fact = lastOf(world.timelines.get(ref) ?? [], 'allocated');
  return fact === undefined || world.actions.get(ref)?.phase !== 'manual' ? null : whyAllocation(world, fact);
}

/** Why the pending retry comes when it does; `null` where none is pending. */
export function whyNextRetry(world: World, ref: ActionRef): Explanation | null {
  const fact = lastOf(world.timelines.get(ref) ?? [], 'retryScheduled');
  return fact === undefined || world.actions.get(ref)?.phase !== 'retry pending' ? null : whyRetry(world, fact);
}
