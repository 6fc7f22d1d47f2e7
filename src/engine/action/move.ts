/** One move of the transition table, as facts. */
import type { ActionType } from '../../shared/definitions.ts';
import { type Fact, SYSTEM } from '../../shared/facts.ts';
import type { Action, Case, Instant } from '../../shared/model.ts';
import type { GuardContext, LifecycleEvent, Transition } from '../../shared/transition.ts';
import type { World } from '../../shared/world.ts';
import { callCutOff } from '../connection/cut-off.ts';
import { retryPatternFor } from '../connection/retry.ts';
import { allocate } from '../people/allocation.ts';
import { transition } from './lifecycle.ts';

/** The definition an Action follows, as it stands now. */
export function actionTypeOf(world: World, action: Action): ActionType {
  const actionType = world.actionTypes.get(action.actionType);
  if (!actionType) throw new Error(`${action.ref} follows the Action type ${action.actionType}, which does not exist`);
  return actionType;
}

/** The Case an Action belongs to. */
export function caseOf(world: World, action: Action): Case {
  const caseInstance = world.cases.get(action.caseRef);
  if (!caseInstance) throw new Error(`${action.ref} belongs to the Case ${action.caseRef}, which does not exist`);
  return caseInstance;
}

/** `M`: the retry setting in force now for this Action. */
export function maximumFor(world: World, action: Action): number {
  return retryPatternFor(world.settings, actionTypeOf(world, action)).max;
}

/** What the guards of the table look at. */
export function guardContext(world: World, action: Action): GuardContext {
  const actionType = actionTypeOf(world, action);
  return {
    responseExpected: actionType.responseExpected,
    retryCount: action.retryCount,
    maximum: retryPatternFor(world.settings, actionType).max,
    autoComplete: actionType.autoCompleteOnTimeout,
    clockFromLaunch: action.responseClock === 'launch',
    showsErrorBar: action.lastFailure !== null,
  };
}

/** The row of the table that applies now, or `undefined`. */
export function moveFor(
  world: World,
  action: Action,
  event: LifecycleEvent,
  context = guardContext(world, action),
): Transition | undefined {
  return (world.ruleChange?.transition ?? transition)(action.phase, event, context);
}

/** Who moves it, and a person's words (R47). */
export interface Mover {
  readonly by: string;
  readonly note?: string | undefined;
}

/**
 * The facts of a row that need nothing but the row: the call that is cut off, the status change, the allocation, the escalation,
 * the overdue mark.
 * What a call or a retry needs is stated by `connection`.
 */
export function factsOfMove(
  world: World,
  action: Action,
  row: Transition,
  at: Instant,
  mover: Mover = { by: SYSTEM },
): Fact[] {
  const { ref: actionRef, caseRef } = action;
  const facts: Fact[] = row.effects.includes('cut the call off') ? callCutOff(action, at) : [];
  if (row.status !== undefined) {
    facts.push({
      type: 'statusChanged',
      at,
      actionRef,
      from: action.status,
      to: row.status,
      phase: row.to,
      reason: row.reason ?? action.reason,
      resolutionMethod: row.resolutionMethod ?? null,
      by: mover.by,
      note: mover.note,
      keepsErrorBar: row.effects.includes('keep the error bar') || undefined,
    });
  }
  if (row.effects.includes('allocate')) {
    const rule = actionTypeOf(world, action).allocation;
    facts.push({ type: 'allocated', at, actionRef, ...allocate(rule, world.users), by: SYSTEM });
  }
  if (row.effects.includes('mark overdue')) facts.push({ type: 'becameOverdue', at, actionRef });
  if (row.effects.includes('escalate')) {
    facts.push({ type: 'escalated', at, actionRef, caseRef, owner: caseOf(world, action).owner });
  }
  return facts;
}
