/** The foot of a form: *Save*, and before it is pressed what it will do. Stays in sight. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ImpactPanel } from '../../../components/impact-panel.tsx';
import classes from './form.module.css';
import type { DefinitionForm } from './use-definition-form.ts';

interface SaveBarProps<Draft> {
  readonly form: DefinitionForm<Draft>;
  /** Stands there as long as nothing is unsaved. */
  readonly whenSaved?: ReactNode;
  /** Stands in a card rather than at the foot of the screen. */
  readonly inCard?: boolean | undefined;
}

export function SaveBar<Draft>({ form, whenSaved, inCard = false }: SaveBarProps<Draft>) {
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
        {form.isDirty && <ImpactPanel command={form.command} />}
        {form.changedOutside && <div>It was changed elsewhere while you typed; saving replaces that.</div>}
      </div>
    </div>
  );
}
