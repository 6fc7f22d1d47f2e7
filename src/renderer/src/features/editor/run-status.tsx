/** In one line: whether the text is right, how its steps ended, and whether it is saved. */

import { counted } from '../../../../shared/counted.ts';
import { describeDuration } from '../../../../shared/duration.ts';
import type { RehearsalReport } from '../../../../shared/played.ts';
import type { FileProblem } from '../../client/open-scenario.ts';
import { IconDone, IconFailed, IconWarning } from '../../components/icons.tsx';
import classes from './editor.module.css';

const UNSAVED = {
  true: 'Not saved to a file; kept in this browser',
  false: 'Not saved to a file; this browser has no room to keep it',
} as const;

interface RunStatusProps {
  readonly problems: readonly FileProblem[];
  /** Whether the text was read as it is now. */
  readonly isCurrent: boolean;
  readonly report: RehearsalReport | null;
  readonly isUnsaved: boolean;
  /** Whether the browser keeps what is not saved. */
  readonly isKept: boolean;
}

export function RunStatus({ problems, isCurrent, report, isUnsaved, isKept }: RunStatusProps) {
  return (
    <div className={classes.status} role="status">
      {problems.length > 0 ? (
        <span className={classes.bad}>
          <IconWarning size={14} />
          {counted(problems.length, 'problem')}; the first on line {problems[0]?.line}
        </span>
      ) : (
        <span>{isCurrent ? 'No problems' : 'Reading the text'}</span>
      )}
      {report !== null && report.exampleCount > 1 && (
        <span>
          Example 1 of {report.exampleCount}: {report.title}
        </span>
      )}
      {report !== null && <Ended report={report} />}
      <span>{isUnsaved ? UNSAVED[`${isKept}`] : 'Saved'}</span>
    </div>
  );
}

function Ended({ report: { steps, virtualDurationMs } }: { readonly report: RehearsalReport }) {
  const failedCount = steps.filter(({ state }) => state === 'failed').length;
  const lasted = `in ${describeDuration(virtualDurationMs)} of virtual time`;
  return failedCount === 0 ? (
    <span className={classes.good}>
      <IconDone size={14} />
      All {counted(steps.length, 'step')} passed {lasted}
    </span>
  ) : (
    <span className={classes.bad}>
      <IconFailed size={14} />
      {failedCount} of {counted(steps.length, 'step')} failed {lasted}
    </span>
  );
}
