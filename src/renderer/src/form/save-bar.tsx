/** The foot of a form: *Save*, and before it is pressed what it will do. Stays in sight. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './form.module.css';
import type { SavedForm } from './use-saved-form.ts';

interface SaveBarProps {
  readonly form: Pick<SavedForm<never>, 'isDirty' | 'changedOutside' | 'discard'>;
  /** What saving will do. */
  readonly children: ReactNode;
  /** Stands there as long as nothing is unsaved. */
  readonly whenSaved?: ReactNode;
  /** What becomes of changes that others saved meanwhile. */
  readonly outside?: string | undefined;
  /** Stands in a card rather than at the foot of the screen. */
  readonly inCard?: boolean | undefined;
}

const REPLACES = 'This was changed elsewhere while you typed; saving overwrites that change.';

export function SaveBar({ form, children, whenSaved, outside = REPLACES, inCard = false }: SaveBarProps) {
  return (
    <div className={inCard ? classes.barInCard : classes.bar}>
      <Button type="submit" size="sm">
        Save
      </Button>
      {form.isDirty ? (
        <Button variant="default" size="sm" onClick={form.discard}>
          Discard changes
        </Button>
      ) : (
        whenSaved
      )}
      <div className={classes.impact} role="status">
        {children}
        {form.changedOutside && <div>{outside}</div>}
      </div>
    </div>
  );
}
