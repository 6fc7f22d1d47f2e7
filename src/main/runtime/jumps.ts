/** Moving virtual time at will; everything due on the way happens, in order. Jobs of the runtime. */
import { cannotMoveTo } from '../../engine/clocks/end-of-time.ts';
import { RANK } from '../../engine/clocks/timers.ts';
import type { Rejection } from '../../shared/errors.ts';
import type { Instant } from '../../shared/model.ts';
import type { Clockwork } from './clockwork.ts';

/** To an instant that has not passed; one beyond the end of time is refused, and nothing moves. */
export async function jumpTo(clockwork: Clockwork, at: Instant): Promise<Rejection | null> {
  const refusal = cannotMoveTo(at);
  if (refusal === null) await clockwork.runUntil(at);
  return refusal;
}

/** To the next scheduled instant, `count` times at most. Returns how often it moved. */
export async function jumpToNext(clockwork: Clockwork, count: number): Promise<number> {
  for (let moved = 0; moved < count; moved += 1) {
    const next = clockwork.timers.peek();
    if (!next) return moved;
    await clockwork.runUntil(next.at);
  }
  return count;
}

/** To the next automatic retry; false where none is scheduled. */
export async function jumpToNextRetry(clockwork: Clockwork): Promise<boolean> {
  const retry = clockwork.timers.find((timer) => timer.rank === RANK.retry);
  if (retry) await clockwork.runUntil(retry.at);
  return retry !== undefined;
}
