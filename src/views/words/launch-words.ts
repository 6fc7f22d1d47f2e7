/** What a launch of Cases does, before it is asked for and after it is done: only what starts now is said to be launched. */

import { counted } from '../../shared/counted.ts';
import { exactDuration } from './time-words.ts';

/** `count` Cases, from 1; `everyMs` between one and the next, 0 for all at once. */
export interface LaunchWish {
  readonly count: number;
  readonly everyMs: number;
}

/** `1 Case was launched; 19 more are planned, one every 30 s.` */
export function launchedInWords({ count, everyMs }: LaunchWish): string {
  const launchedCount = everyMs === 0 ? count : 1;
  const launched = `${counted(launchedCount, 'Case')} ${launchedCount === 1 ? 'was' : 'were'} launched`;
  const left = count - launchedCount;
  if (left === 0) return `${launched}.`;
  const every = exactDuration(everyMs);
  return left === 1
    ? `${launched}; 1 more is planned, in ${every}.`
    : `${launched}; ${left.toLocaleString('en')} more are planned, one every ${every}.`;
}
