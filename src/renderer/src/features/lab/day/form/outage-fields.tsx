/** An outage of the external API, laid over its own behaviour; the same days are played without it too. */
import { Switch, TextInput } from '@mantine/core';
import { DurationField } from '../../../../components/fields.tsx';
import { outageFromText } from '../draft/day-draft.ts';
import classes from './day-form.module.css';
import type { DayForm } from './use-fields.ts';

export function OutageFields({ form }: { readonly form: DayForm }) {
  const { draft, setting, change, errorOf, leave } = form;
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">Outage</legend>
      <Switch
        label="Outage of the external API"
        checked={draft.hasOutage}
        onChange={(event) => change({ hasOutage: event.currentTarget.checked })}
      />
      {draft.hasOutage && (
        <div className={classes.fields}>
          <TextInput
            label="Outage begins"
            spellCheck={false}
            autoComplete="off"
            value={outageFromText(draft, setting)}
            error={errorOf('outageFrom')}
            onChange={(event) => change({ outageFrom: event.currentTarget.value })}
            onBlur={() => leave('outageFrom')}
          />
          <DurationField
            label="Outage lasts"
            value={draft.outageFor}
            error={errorOf('outageFor')}
            onChange={(text) => change({ outageFor: text })}
            onBlur={() => leave('outageFor')}
          />
        </div>
      )}
    </fieldset>
  );
}
