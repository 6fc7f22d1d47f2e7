/** The retry count as dots, ●●○○○; above a dozen, as a bar. The sentence beside it says the same in words. */
import classes from './connection-error.module.css';

const MOST_DOTS = 12;

export function RetryDots({ retries, max }: { readonly retries: number; readonly max: number }) {
  if (max === 0) return null;
  if (max > MOST_DOTS) {
    return (
      <span aria-hidden="true" className={classes.meter}>
        <span style={{ width: `${(100 * Math.min(retries, max)) / max}%` }} />
      </span>
    );
  }
  const dots = Array.from({ length: max }, (_, index) => index);
  return (
    <span aria-hidden="true" className={classes.dots}>
      {dots.map((index) => (
        <span key={index} data-made={index < retries || undefined} />
      ))}
    </span>
  );
}
