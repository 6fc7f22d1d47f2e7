/** What a study takes for granted, in words. */
import { counted, countText } from '../../shared/counted.ts';
import { DAY_MS } from '../../shared/duration.ts';
import type { RunInfo } from '../../shared/lab.ts';
import { touchesWeekend, WORKING_HOURS } from '../../shared/working-hours.ts';
import { exactDuration } from '../words/time-words.ts';

type Launched = Pick<RunInfo, 'windowMs' | 'launchHours' | 'startAt'>;

/** `all launched at the start`, `launches spread over 7 d, nights and weekends included`. */
export function launchWords({ windowMs, launchHours, startAt }: Launched): string {
  if (windowMs === 0) return 'all launched at the start';
  const over = exactDuration(windowMs);
  if (launchHours === 'working') return `launches spread over the working hours of ${over} (${WORKING_HOURS})`;
  const nights =
    windowMs < DAY_MS ? '' : `, nights${touchesWeekend(startAt, windowMs) ? ' and weekends' : ''} included`;
  return `launches spread over ${over}${nights}`;
}

/** Where launches are limited to working hours, and there are none. */
export const noWorkingHours = (windowMs: number): string =>
  `the ${exactDuration(windowMs)} over which launches are spread have no working hours (${WORKING_HOURS}): expected longer, or launches at any hour`;

const ofEach = (variantCount: number) => (variantCount > 1 ? ' of each variant' : '');

type Played = Launched & Pick<RunInfo, 'playedCount' | 'variantCount'>;

/** `100,000 trials of each variant, launches spread over 7 d, nights and weekends included.` */
export const playedWords = (run: Played): string =>
  `${counted(run.playedCount, 'trial')}${ofEach(run.variantCount)}, ${launchWords(run)}.`;

/** The same; while it runs, of how many, and that it may change. */
export function basisWords(run: Played & Pick<RunInfo, 'trialCount' | 'state'>): string {
  if (run.state !== 'running') return playedWords(run);
  const soFar = `${countText(run.playedCount)} of ${countText(run.trialCount)} trials${ofEach(run.variantCount)}`;
  return `So far ${soFar}, ${launchWords(run)}: this may still change.`;
}

/** What holds of every study (docs/lab.md has the same list). */
export const ASSUMPTIONS = [
  'People do not step in: nobody clicks Retry or changes settings during a trial.',
  'Launches do not affect each other: an API copes with a thousand calls at once as well as with one.',
  'What an API does with one call does not depend on other calls, apart from its outages.',
  'An API does what is configured; its switch (Up, Down, Silent, Real) is ignored.',
  'Each Action is played alone: what its Case does next is not part of the trial.',
  'A 95 % interval covers chance only, not whether the API behaves as described here.',
] as const;
