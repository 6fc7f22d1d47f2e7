/** The list beside the retry pattern: each retry, its wait, when it comes if every call fails at once (S2). */
import type { RetryPattern } from '../../../../shared/definitions.ts';
import { describeDuration, formatDuration } from '../../../../shared/duration.ts';
import { retryIntervals } from '../../../../views/verdict/retry-intervals.ts';
import { Section } from '../../components/section.tsx';
import classes from './settings.module.css';

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
  const last = retryIntervals(pattern).at(-1);
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
            <th scope="col">After the first failure</th>
          </tr>
        </thead>
        <tbody>
          {retryIntervals(pattern).map(({ retryNumber, waitMs, shortestMs, longestMs, afterMs, isCapped }) => (
            <tr key={retryNumber}>
              <td>{retryNumber}</td>
              <td title={formatDuration(waitMs)}>
                {describeDuration(waitMs)}
                {isCapped && <span className={classes.mark}> longest</span>}
              </td>
              {hasJitter && (
                <td>
                  {describeDuration(shortestMs)} – {describeDuration(longestMs)}
                </td>
              )}
              <td title={formatDuration(afterMs)}>{describeDuration(afterMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
