/** When something is due; with a mark, an icon and its word, once that was reached (R33). */
import type { Instant } from '../../../shared/model.ts';
import classes from './due-mark.module.css';
import { IconWarning } from './icons.tsx';
import { InstantText } from './instant-text.tsx';

interface DueMarkProps {
  /** `null` where it never had a due date. */
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
}

export function DueMark({ dueAt, overdue }: DueMarkProps) {
  if (dueAt === null && !overdue) return '–';
  return (
    <span className={classes.due}>
      {overdue && (
        <span className={classes.overdue} title="Overdue: the due date was reached">
          <IconWarning size={13} />
          <span className={dueAt === null ? undefined : 'visually-hidden'}>overdue</span>
        </span>
      )}
      {dueAt !== null && <InstantText at={dueAt} />}
    </span>
  );
}
