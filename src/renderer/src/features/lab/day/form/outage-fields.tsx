/** An outage of the External API, laid over its own behaviour; the same days are played without it too. */
import { Switch, TextInput } from '@mantine/core';
import formClasses from '../../../../form/form.module.css';
import { DurationField } from '../../../../form/typed-fields.tsx';
import classes from './day-form.module.css';
import type { DayForm } from './use-day-form.ts';

export function OutageFields({ form }: { readonly form: DayForm }) {
  const { draft, shown, change } = form;
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">Outage</legend>
      <Switch
        label="Outage of the External API"
        checked={draft.hasOutage}
        onChange={(event) => change({ hasOutage: event.currentTarget.checked })}
      />
      {draft.hasOutage && (
        <div className={formClasses.fields}>
          <TextInput
            label="Outage begins"
            spellCheck={false}
            autoComplete="off"
            {...form.field('outageFrom')}
            value={shown.outageFrom}
          />
          <DurationField label="Outage lasts" {...form.field('outageFor')} />
        </div>
      )}
    </fieldset>
  );
}
