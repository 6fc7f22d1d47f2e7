/** What a new maximum does to the Actions that live, and to those that show an error bar (R18–R24). */
import type { Fact } from '../../shared/facts.ts';
import type { Action, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { factsOfMove, guardContext, moveFor } from '../action/move.ts';
import { displayedMaximumAfter } from './retry.ts';

/** The maximum in force for an Action type, before and after a save. */
type MaximumOf = (actionType: string) => { readonly from: number; readonly to: number };

/** R18, R19: what every Action that shows an error bar or has a call in flight makes of its new maximum. */
export function maximumSaved(world: World, by: string, at: Instant, maximumOf: MaximumOf): Fact[] {
  const facts: Fact[] = [];
  for (const action of world.actions.values()) {
    const { from, to } = maximumOf(action.actionType);
    if (from !== to && (action.lastFailure !== null || action.phase === 'calling')) {
      facts.push(...maximumSavedFor(world, action, from, to, by, at));
    }
  }
  return facts;
}

function maximumSavedFor(world: World, action: Action, from: number, to: number, by: string, at: Instant): Fact[] {
  const row = moveFor(world, action, 'maximum saved', { ...guardContext(world, action), maximum: to });
  if (!row) return [];
  const displayedMaximum = displayedMaximumAfter(action.retryCount, action.displayedMaximum, to);
  const isTouched = action.phase !== 'closed' || displayedMaximum !== action.displayedMaximum;
  if (!isTouched) return [];
  return [
    { type: 'maximumSaved', at, actionRef: action.ref, from, to, displayedMaximum, by },
    ...factsOfMove(world, action, row, at),
  ];
}
