/** In one line: whether the text is right, how its steps ended, and whether it is saved. */

import { counted } from '../../../../shared/counted.ts';
import { describeDuration } from '../../../../shared/duration.ts';
import type { RehearsalReport } from '../../../../shared/played.ts';
import type { FileProblem } from '../../client/open-scenario.ts';
import { IconDone, IconFailed, IconWarning } from '../../components/icons.tsx';
import classes from './editor.module.css';
import { shownOf } from './use-rehearsal.ts';

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
      {report !== null && <Ended report={report} />}
      <span>{isUnsaved ? UNSAVED[`${isKept}`] : 'Saved'}</span>
    </div>
  );
}

function Ended({ report }: { readonly report: RehearsalReport }) {
  const { scenarios, passed } = report;
  const { title = '', steps = [], virtualDuration = 0 } = shownOf(report) ?? {};
  const failedSteps = steps.filter(({ state }) => state === 'failed');
  const lasted = `in ${describeDuration(virtualDuration)} of virtual time`;
  const failedCount = scenarios.filter((each) => !each.passed).length;
  const first = scenarios.length === 1 ? '' : `${failedCount} of ${scenarios.length} examples failed; ${title}: `;
  return passed ? (
    <span className={classes.good}>
      <IconDone size={14} />
      {scenarios.length === 1
        ? `All ${counted(steps.length, 'step')} passed ${lasted}`
        : `All ${scenarios.length} examples passed`}
    </span>
  ) : (
    <span className={classes.bad}>
      <IconFailed size={14} />
      {`${first}${failedSteps.length} of ${counted(steps.length, 'step')} failed ${lasted}`}
    </span>
  );
}
