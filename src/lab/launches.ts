/** When the lives of a study are launched. */
import type { LaunchHours } from '../shared/lab.ts';
import type { Instant } from '../shared/model.ts';
import { workingInstant, workingTimeUntil } from '../shared/working-hours.ts';

/** How launches are spread. Plain data, to be sent to workers and kept in files. */
export interface Spread {
  /** Launches are spread evenly at random over it; 0: all at the start, whatever the hour. */
  readonly windowMs: number;
  /** Left out: at any hour of the day and night. */
  readonly launchHours?: LaunchHours | undefined;
}

/** How much time there is to launch in, in milliseconds. */
export function launchTime(startAt: Instant, { windowMs, launchHours = 'any' }: Spread): number {
  return launchHours === 'any' ? windowMs : workingTimeUntil(startAt + windowMs) - workingTimeUntil(startAt);
}

/**
 * From a share of that time, from 0 to below 1, to an instant: any whole millisecond of it, as likely as others. There must be time to
 * launch in, unless all are launched at the start.
 */
export function launchTimes(startAt: Instant, spread: Spread): (share: number) => Instant {
  const timeMs = launchTime(startAt, spread);
  if (spread.windowMs === 0) return () => startAt;
  if ((spread.launchHours ?? 'any') === 'any') return (share) => startAt + Math.floor(share * timeMs);
  const before = workingTimeUntil(startAt);
  return (share) => workingInstant(before + Math.floor(share * timeMs));
}
