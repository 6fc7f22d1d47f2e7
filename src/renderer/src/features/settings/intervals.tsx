/** What a retry pattern comes to: the wait before each retry, and when each comes if every call fails at once (S2). */

import { intervalBefore } from '../../../../engine/retry.ts';
import type { RetryPattern } from '../../../../shared/definitions.ts';
import { describeDuration, formatDuration } from '../../../../shared/duration.ts';
import { Section } from '../../components/section.tsx';
import classes from './settings.module.css';

interface Interval {
  readonly retryNumber: number;
  readonly waitMs: number;
  /** The shortest and the longest by jitter. */
  readonly shortestMs: number;
  readonly longestMs: number;
  /** Since the first failure. */
  readonly afterMs: number;
}

/** The intervals in order. */
export function intervalsOf(pattern: RetryPattern): Interval[] {
  const intervals: Interval[] = [];
  let afterMs = 0;
  for (let retryNumber = 1; retryNumber <= pattern.max; retryNumber += 1) {
    const waitMs = intervalBefore(pattern, retryNumber);
    afterMs += waitMs;
    const shortestMs = intervalBefore(pattern, retryNumber, 0);
    const longestMs = intervalBefore(pattern, retryNumber, 1);
    intervals.push({ retryNumber, waitMs, shortestMs, longestMs, afterMs });
  }
  return intervals;
}

export function Intervals({ pattern }: { readonly pattern: RetryPattern | null }) {
  return (
    <Section title="Intervals" aside={pattern === null ? undefined : summaryOf(pattern)} flush>
      {pattern === null ? (
        <p className={classes.note}>The list is back as soon as the fields beside it are right.</p>
      ) : pattern.max === 0 ? (
        <p className={classes.note}>No retries: the first call that fails closes the Action.</p>
      ) : (
        <IntervalTable pattern={pattern} />
      )}
    </Section>
  );
}

function summaryOf(pattern: RetryPattern): string | undefined {
  const last = intervalsOf(pattern).at(-1);
  return last && `the last retry comes ${describeDuration(last.afterMs)} after the first failure`;
}

function IntervalTable({ pattern }: { readonly pattern: RetryPattern }) {
  const hasJitter = pattern.jitter > 0;
  return (
    // The list may be longer than its card: the keyboard can scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.intervals} aria-label="Intervals">
        <thead>
          <tr>
            <th scope="col">Retry</th>
            <th scope="col">Waits</th>
            {hasJitter && <th scope="col">With jitter</th>}
            <th scope="col">Comes at</th>
          </tr>
        </thead>
        <tbody>
          {intervalsOf(pattern).map(({ retryNumber, waitMs, shortestMs, longestMs, afterMs }) => (
            <tr key={retryNumber}>
              <td>{retryNumber}</td>
              <td title={formatDuration(waitMs)}>
                {describeDuration(waitMs)}
                {waitMs >= pattern.cap && <span className={classes.mark}> cap</span>}
              </td>
              {hasJitter && (
                <td>
                  {describeDuration(shortestMs)} – {describeDuration(longestMs)}
                </td>
              )}
              <td>+{formatDuration(afterMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
