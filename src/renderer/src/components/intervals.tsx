/** The list beside the retry pattern: each retry, its wait, when it comes if every call fails at once (S2). */

import type { RetryPattern } from '../../../shared/definitions.ts';
import { formatDuration } from '../../../shared/duration.ts';
import { type RetryInterval, retryIntervals } from '../../../views/verdict/retry-intervals.ts';
import { exactDuration } from '../../../views/words/time-words.ts';
import { type PlainColumn, PlainTable } from '../table/plain-table.tsx';
import classes from './intervals.module.css';
import { Section } from './section.tsx';

export function Intervals({ pattern }: { readonly pattern: RetryPattern | null }) {
  return (
    <Section title="Intervals" aside={pattern === null ? undefined : summaryOf(pattern)} flush>
      {pattern === null ? (
        <p className={classes.note}>The list returns once the fields beside it are valid.</p>
      ) : pattern.max === 0 ? (
        <p className={classes.note}>No retries: the first call that fails closes the Action.</p>
      ) : (
        <IntervalTable pattern={pattern} />
      )}
    </Section>
  );
}

function summaryOf(pattern: RetryPattern): string | undefined {
  const last = retryIntervals(pattern).at(-1);
  return last && `the last retry comes ${exactDuration(last.afterMs)} after the first failure`;
}

function IntervalTable({ pattern }: { readonly pattern: RetryPattern }) {
  const jitter: PlainColumn<RetryInterval> = {
    key: 'jitter',
    header: 'With jitter',
    align: 'right',
    render: ({ shortestMs, longestMs }) => `${exactDuration(shortestMs)} – ${exactDuration(longestMs)}`,
  };
  const columns = [RETRY, WAITS, ...(pattern.jitter > 0 ? [jitter] : []), AFTER];
  const intervals = retryIntervals(pattern);
  return (
    <PlainTable
      label="Intervals"
      columns={columns}
      rows={intervals}
      rowKey={({ retryNumber }) => retryNumber}
      maxHeight={480}
    />
  );
}

const RETRY: PlainColumn<RetryInterval> = {
  key: 'retry',
  header: 'Retry',
  width: 70,
  render: ({ retryNumber }) => retryNumber,
};
const WAITS: PlainColumn<RetryInterval> = {
  key: 'waits',
  header: 'Waits',
  align: 'right',
  titleOf: ({ waitMs }) => formatDuration(waitMs),
  render: ({ waitMs, isCapped }) => (
    <>
      {exactDuration(waitMs)}
      {isCapped && <span className={classes.mark}> cap</span>}
    </>
  ),
};
const AFTER: PlainColumn<RetryInterval> = {
  key: 'after',
  header: 'After the first failure',
  align: 'right',
  titleOf: ({ afterMs }) => formatDuration(afterMs),
  render: ({ afterMs }) => exactDuration(afterMs),
};
