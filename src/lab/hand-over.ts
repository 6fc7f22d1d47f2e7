/** Who gets what lives hand over to people. */
import { allocate } from '../engine/people/allocation.ts';
import type { ActionType, Definitions } from '../shared/definitions.ts';
import type { HandOver } from '../shared/lab.ts';
import { countOf, isHandedOver } from './measures.ts';
import type { Tally } from './tally.ts';

/**
 * Who gets the work, and of how many of 1,000 lives; `null` where none hands any over. People's availability does not change
 * in a trial, so whatever is handed over goes the same way (R41).
 */
export function handOver({ allocation }: ActionType, users: Definitions['users'], tally: Tally): HandOver | null {
  const count = countOf(tally, isHandedOver);
  if (count === 0) return null;
  const { queue, assignee } = allocate(allocation, new Map(Object.entries(users)));
  return { queue, assignee, per1000: (count / tally.trialCount) * 1_000 };
}
