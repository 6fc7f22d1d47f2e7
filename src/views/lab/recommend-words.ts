/** What is wished for, and what is recommended, in words. */
import type { Estimate, Limit } from '../../shared/lab.ts';
import { estimateText, tickText } from '../words/figure-text.ts';
import { exactDuration } from '../words/time-words.ts';
import { measureInfo, measureTitle } from './measure-words.ts';
import type { Sureness } from './recommend.ts';

/** After the name of what is recommended. */
export const SURENESS_WORDS: Readonly<Record<Exclude<Sureness, 'none'>, string>> = {
  confident: 'keeps each limit with 95 % confidence',
  possible: 'may keep the limits: its figures do, but their 95 % intervals reach beyond. More trials would tell',
};

export const NONE_KEEPS = 'No variant keeps these limits.';
export const GOAL_MISSING =
  'Add a limit on escalations, successes or the time to success: without one, giving up at once is always the cheapest.';

/** `Time to success, 95 %: 40 min (39 to 41 min)`, one for each measure named. */
export function figuresOf(measures: Readonly<Record<string, Estimate>>, names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => {
    const info = measureInfo(name);
    const estimate = measures[name];
    return `${measureTitle(info)}: ${estimate === undefined ? '–' : estimateText(info.unit, estimate)}`;
  });
}

/** The same in one line. */
export const figuresInWords = (measures: Readonly<Record<string, Estimate>>, names: readonly string[]): string =>
  figuresOf(measures, names).join('; ');

/** `Escalated to the Case owner, per 1,000: at most 1`. */
export function limitInWords({ measure, relation, value }: Limit): string {
  const info = measureInfo(measure);
  return `${measureTitle(info)}: ${relation === '≤' ? 'at most' : 'at least'} ${info.unit === 'duration' ? exactDuration(value) : tickText(info.unit, value)}`;
}
