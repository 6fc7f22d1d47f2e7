/** Every wait of an Action type in plain words: before each retry, for the response, until it is due. */
import { retryPatternFor } from '../../engine/connection/retry.ts';
import { type RetryPattern, retryPattern } from '../../shared/definitions.ts';
import type { Configured, VariantResult } from '../../shared/lab.ts';
import { retryIntervals } from '../verdict/retry-intervals.ts';
import { share } from '../words/figures.ts';
import { exactDuration } from '../words/time-words.ts';

/** More waits than these are told by the last of them. */
const TOLD = 6;

/** `retries after 1 min, 2 min and 4 min`, each counted from the failure before it; `no retries`. */
function waitsInWords(pattern: RetryPattern): string {
  const waits = retryIntervals(pattern).map(({ waitMs }) => exactDuration(waitMs));
  if (waits.length === 0) return 'no retries';
  const last = waits.at(-1) ?? '';
  const told = waits.length <= TOLD ? waits.slice(0, -1) : [...waits.slice(0, TOLD - 2), '…'];
  const list = told.length === 0 ? last : `${told.join(', ')} and ${last}`;
  const jitter = pattern.jitter === 0 ? '' : `, each up to ${share(pattern.jitter)} shorter or longer`;
  return `${waits.length === 1 ? 'a retry' : `${waits.length} retries`} after ${list}${jitter}`;
}

/** `5 retries after 1 min, 2 min, 4 min, 8 min and 16 min; then up to 1 h for the response; due 8 h after launch`. */
export function configuredWords({ actionType, settings }: Pick<Configured, 'actionType' | 'settings'>): string {
  const { responseExpected, responseWithin, due, autoCompleteOnTimeout } = actionType;
  const clock = settings.responseClock === 'launch' ? ' from launch' : '';
  const response = !responseExpected
    ? 'no response is awaited'
    : responseWithin === undefined
      ? 'no limit on the wait for the response'
      : `up to ${exactDuration(responseWithin)}${clock} for the response`;
  const end = autoCompleteOnTimeout ? 'closed' : 'due';
  return [
    waitsInWords(retryPatternFor(settings, actionType)),
    response,
    ...(due === undefined ? [] : [`${end} ${exactDuration(due)} after launch`]),
  ].join('; ');
}

/** The waits of a variant before its retries. */
export function waitsOf({ settings }: Pick<VariantResult, 'settings'>): string {
  const { data } = retryPattern.safeDecode(settings.retry as never);
  return data === undefined ? '–' : waitsInWords(data);
}
