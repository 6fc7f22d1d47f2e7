/** What may be told of the clock: as it stood when all was on disk. */
import type { ClockState } from '../../shared/clock-contract.ts';
import { nextEvent } from './next-event.ts';
import type { Runtime } from './runtime.ts';

export type ToldClock = Pick<ClockState, 'now' | 'scheduledCount' | 'next'>;

/** To be taken only where a runtime begins, and where it tells its subscribers. */
export function toldClock({ world, now, scheduledCount, next }: Runtime): ToldClock {
  return { now, scheduledCount, next: next ? nextEvent(world, next) : null };
}
