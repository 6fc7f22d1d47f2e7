/** What a study takes for granted, in words. */
import type { RunInfo } from '../../shared/lab.ts';
import { exactDuration } from '../words/time-words.ts';

/** `all launched at the start`, `launches spread over 1 d`. */
export const launchWords = (windowMs: number): string =>
  windowMs === 0 ? 'all launched at the start' : `launches spread over ${exactDuration(windowMs)}`;

/** `post-invoice, seed 1, launches spread over 1 d`. */
export const studyWords = ({ actionTypeName, seed, windowMs }: Pick<RunInfo, 'actionTypeName' | 'seed' | 'windowMs'>) =>
  `${actionTypeName}, seed ${seed}, ${launchWords(windowMs)}`;

/** What holds of every study (docs/lab.md has the same list). */
export const ASSUMPTIONS = [
  'People do not step in: nobody clicks Retry or changes settings during a life.',
  'Launches do not affect each other: an API copes with a thousand calls at once as well as with one.',
  'What an API does with one call does not depend on other calls, apart from its outages.',
  'An API does what is configured; its switch (Up, Down, Silent, Real) is ignored.',
  'Each Action is played alone: what its Case does next is not part of its life.',
  'A 95 % interval covers chance only, not whether the API behaves as described here.',
] as const;
