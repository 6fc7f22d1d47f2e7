/** What a step of a scenario expected and what was so. */
import type { StepFailure } from '../../../shared/played.ts';
import classes from './step-failures.module.css';

export function StepFailures({ failures }: { readonly failures: readonly StepFailure[] }) {
  return failures.map(({ path, expected, actual }) => (
    <div key={path} className={classes.failure}>
      <div className={classes.path}>{path}</div>
      <dl className={classes.values}>
        <dt>expected</dt>
        <dd className={classes.code}>{expected}</dd>
        <dt>actual</dt>
        <dd className={`${classes.code} ${classes.actual}`}>{actual}</dd>
      </dl>
    </div>
  ));
}
