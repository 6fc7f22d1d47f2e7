/** The day that is to be played. */
import { Button, NativeSelect } from '@mantine/core';
import { rangeOf } from '../../../../../../shared/field.ts';
import { dayRequest } from '../../../../../../shared/lab-day.ts';
import { Section } from '../../../../components/section.tsx';
import formClasses from '../../../../form/form.module.css';
import { DurationField, NumberField } from '../../../../form/typed-fields.tsx';
import { useDayState } from '../day-store.ts';
import { withValue } from './choices.ts';
import classes from './day-form.module.css';
import { LaunchesFields } from './launches-fields.tsx';
import { OutageFields } from './outage-fields.tsx';
import { PeopleFields } from './people-fields.tsx';
import type { DayForm as Form } from './use-day-form.ts';

export function DayForm({ form }: { readonly form: Form }) {
  const { setting, shown, isBusy } = form;
  const problem = useDayState((state) => state.problem);
  return (
    <Section title="The day">
      {/* What is wrong stands at the fields in the app's own words. */}
      <form {...form.formProps} className={classes.form}>
        <div className={formClasses.fields}>
          <NativeSelect
            className={formClasses.wide}
            label="Action type"
            data={setting.actionTypes.map(({ name, title }) => ({ value: name, label: title }))}
            {...form.field('actionTypeName')}
          />
          <NumberField label="Days to play" {...rangeOf(dayRequest.shape.dayCount)} {...form.field('dayCount')} />
          <NumberField label="Seed" {...rangeOf(dayRequest.shape.seed)} {...form.field('seed')} />
          <DurationField label="Length of the day" {...form.field('length')} />
          <NativeSelect
            label="Case owner"
            data={withValue(setting.users, shown.owner)}
            {...form.field('owner')}
            value={shown.owner}
          />
        </div>
        <LaunchesFields form={form} />
        <PeopleFields form={form} />
        <OutageFields form={form} />
        {problem !== null && (
          <p role="alert" className={formClasses.problem}>
            {problem}
          </p>
        )}
        <div className={classes.play}>
          <Button type="submit" disabled={isBusy}>
            Play days
          </Button>
          <span className={formClasses.note}>The same seed always plays the same days.</span>
        </div>
      </form>
    </Section>
  );
}
