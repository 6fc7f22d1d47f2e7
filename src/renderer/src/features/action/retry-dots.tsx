/** The retry count as dots, ●●○○○; above a dozen, as a bar. What will not come any more is crossed out. The sentence beside it says the same in words. */
import classes from './connection-error.module.css';

const MOST_DOTS = 12;

interface RetryDotsProps {
  readonly retries: number;
  readonly max: number;
  /** No retry comes any more. */
  readonly isOver: boolean;
}

export function RetryDots({ retries, max, isOver }: RetryDotsProps) {
  if (max === 0) return null;
  if (max > MOST_DOTS) {
    return (
      <span aria-hidden="true" className={classes.meter} data-over={isOver || undefined}>
        <span style={{ width: `${(100 * Math.min(retries, max)) / max}%` }} />
      </span>
    );
  }
  const dots = Array.from({ length: max }, (_, index) => index);
  return (
    <span aria-hidden="true" className={classes.dots}>
      {dots.map((index) => (
        <span key={index} data-retry={index < retries ? 'made' : isOver ? 'dropped' : 'to come'} />
      ))}
    </span>
  );
}
