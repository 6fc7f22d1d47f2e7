/** What an empty list shows: one sentence and the button that fills it. */
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly sentence: string;
  readonly action?: ReactNode;
}

export function EmptyState({ sentence, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.sentence}>{sentence}</p>
      {action}
    </div>
  );
}
