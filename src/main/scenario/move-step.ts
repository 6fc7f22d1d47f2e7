/** A move of the clock as a person would write it. */
import { MINUTE_MS, SECOND_MS } from '../../shared/duration.ts';
import { formatInstant, resolveInstant } from '../../shared/instant.ts';
import type { Instant } from '../../shared/model.ts';
import type { Step } from '../../shared/scenario.ts';

/**
 * From one instant to a later one: by whole minutes, or less than a minute by whole seconds; to a time on the clock where the day
 * leaves no doubt; else so long after the start.
 */
export function moveStep(from: Instant, to: Instant, startAt: Instant): Step {
  const durationMs = to - from;
  const isRound = durationMs % (durationMs < MINUTE_MS ? SECOND_MS : MINUTE_MS) === 0;
  if (isRound) return { advance: durationMs };
  const timeOfDay = new Date(to).toISOString().slice(11, 16);
  const isOnClock = to % MINUTE_MS === 0 && resolveInstant(timeOfDay, startAt) === to;
  return { advance: { to: isOnClock ? timeOfDay : formatInstant(to, startAt) } };
}
