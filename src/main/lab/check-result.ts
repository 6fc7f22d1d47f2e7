/** Whether a result that came from a file can be that of an experiment. */
import type { Experiment } from '../../lab/experiment.ts';
import { trialModel } from '../../lab/trial-model.ts';
import { ENDINGS } from '../../shared/lab.ts';
import type { ResultText } from './result-text.ts';

const DONE = ENDINGS.indexOf('Done Successfully');

/**
 * What is wrong with the result of `trialCount` trials of an experiment, in words and with the place in the file; `null` where
 * every part has its length and all counts add up.
 */
export function wrongWithResult(
  { variants, paired }: Experiment,
  { tallies, pairs }: ResultText,
  trialCount: number,
): string | null {
  if (tallies.length !== variants.length) return counted('tallies', tallies.length, variants.length);
  for (const [index, setup] of variants.entries()) {
    const tally = tallies[index] as (typeof tallies)[number];
    const at = `tallies.${index}`;
    const { max } = trialModel(setup).pattern;
    const wrong =
      (tally.trialCount === trialCount ? null : counted(`${at}.trialCount`, tally.trialCount, trialCount)) ??
      wrongCounts(`${at}.endings`, tally.endings, ENDINGS.length, trialCount) ??
      wrongCounts(`${at}.retries`, tally.retries, max + 1, trialCount) ??
      (tally.failedCallCount <= tally.callCount ? null : `${at}.failedCallCount: more calls failed than were made`) ??
      wrongHistogram(`${at}.connection`, tally.connection, trialCount) ??
      wrongHistogram(`${at}.end`, tally.end, trialCount) ??
      wrongHistogram(`${at}.silence`, tally.silence, trialCount) ??
      (tally.success === null ? null : wrongHistogram(`${at}.success`, tally.success, tally.endings[DONE] ?? 0)) ??
      ((tally.metOutageCount ?? 0) <= trialCount
        ? null
        : counted(`${at}.metOutageCount`, tally.metOutageCount ?? 0, `at most ${trialCount}`));
    if (wrong !== null) return wrong;
  }
  const pairCount = paired ? variants.length : 0;
  if (pairs.length !== pairCount) return counted('pairs', pairs.length, pairCount);
  for (const [index, { endings, endedCount }] of pairs.entries()) {
    const wrong = wrongCounts(`pairs.${index}.endings`, endings, ENDINGS.length ** 2, trialCount);
    if (wrong !== null) return wrong;
    if (endedCount > trialCount) return counted(`pairs.${index}.endedCount`, endedCount, `at most ${trialCount}`);
  }
  return null;
}

function counted(at: string, found: number, expected: number | string): string {
  return `${at}: found ${found}, expected ${expected}`;
}

function wrongCounts(at: string, counts: readonly number[], length: number, sum: number): string | null {
  if (counts.length !== length) return `${at}: found ${counts.length} entries, expected ${length}`;
  const found = counts.reduce((total, count) => total + count, 0);
  return found === sum ? null : `${at}: found ${found} trials in all, expected ${sum}`;
}

function wrongHistogram(at: string, filled: ResultText['tallies'][number]['end'], most: number): string | null {
  let total = 0;
  let last = -1;
  for (const [bucket, count] of filled) {
    if (bucket <= last) return `${at}: found bucket ${bucket} after ${last}, expected rising buckets`;
    last = bucket;
    total += count;
  }
  return total <= most ? null : counted(at, total, `at most ${most} trials`);
}
