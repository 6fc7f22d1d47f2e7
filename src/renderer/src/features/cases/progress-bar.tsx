/** How far a Case has come: one segment an Action, in the colour and pattern of its status, and how many are done. */
import type { CaseRow } from '../../../../views/rows/case-rows.ts';
import { statusFill, statusStyle } from '../../theme/status.ts';
import classes from './progress-bar.module.css';

type ProgressBarProps = Pick<CaseRow, 'progress' | 'doneCount' | 'actionCount'>;

export function ProgressBar({ progress, doneCount, actionCount }: ProgressBarProps) {
  if (actionCount === 0) return <span className={classes.none}>no Actions</span>;
  const styles = progress.map(({ status, resolutionMethod }) => statusStyle(status, resolutionMethod));
  const words = styles.map(({ key, fullLabel }) => (key === 'draft' ? 'not reached' : fullLabel)).join(', ');
  return (
    <span className={classes.progress} title={words}>
      <span className={classes.bar} aria-hidden="true">
        {styles.map((style, index) => (
          <span
            // Places neither move nor go.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            className={classes.segment}
            data-not-reached={style.key === 'draft' || undefined}
            style={style.key === 'draft' ? undefined : { background: statusFill(style) }}
          />
        ))}
      </span>
      <span>
        {doneCount} of {actionCount}
      </span>
    </span>
  );
}
