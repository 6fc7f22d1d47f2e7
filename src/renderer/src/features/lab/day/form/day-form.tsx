/** The day that is to be played. */
import { Button, NativeSelect } from '@mantine/core';
import type { FormEvent } from 'react';
import { DurationField, NumberField } from '../../../../components/fields.tsx';
import { Section } from '../../../../components/section.tsx';
import { playDays, useDayState } from '../day-store.ts';
import { ownerOf } from '../draft/day-draft.ts';
import { withValue } from './choices.ts';
import classes from './day-form.module.css';
import { LaunchesFields } from './launches-fields.tsx';
import { OutageFields } from './outage-fields.tsx';
import { PeopleFields } from './people-fields.tsx';
import type { DayForm as Form } from './use-fields.ts';

export function DayForm({ form }: { readonly form: Form }) {
  const { draft, setting, checked, change, errorOf, leave, leaveAll } = form;
  const problem = useDayState((state) => state.problem);
  const isBusy = useDayState((state) => state.isStarting || state.run?.state === 'running');
  const bind = (field: 'dayCount' | 'seed' | 'length') => ({
    value: draft[field],
    error: errorOf(field),
    onChange: (text: string) => change({ [field]: text }),
    onBlur: () => leave(field),
  });
  const play = (event: FormEvent) => {
    event.preventDefault();
    leaveAll();
    if (checked.request !== null && !isBusy) void playDays(checked.request);
  };
  return (
    <Section title="The day">
      {/* What is wrong stands at the fields in the app's own words. */}
      <form className={classes.form} noValidate onSubmit={play}>
        <div className={classes.fields}>
          <NativeSelect
            className={classes.wide}
            label="Action type"
            value={draft.actionTypeName}
            error={errorOf('actionType')}
            data={setting.actionTypes.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(event) => change({ actionTypeName: event.currentTarget.value })}
          />
          <NumberField label="Days to play" min={1} max={500} {...bind('dayCount')} />
          <NumberField label="Seed" min={Number.MIN_SAFE_INTEGER} max={Number.MAX_SAFE_INTEGER} {...bind('seed')} />
          <DurationField label="Length of the day" {...bind('length')} />
          <NativeSelect
            label="Case owner"
            value={ownerOf(draft, setting)}
            error={errorOf('owner')}
            data={withValue(setting.users, ownerOf(draft, setting))}
            onChange={(event) => change({ owner: event.currentTarget.value })}
          />
        </div>
        <LaunchesFields form={form} />
        <PeopleFields form={form} />
        <OutageFields form={form} />
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
        <div className={classes.play}>
          <Button type="submit" disabled={isBusy}>
            Play days
          </Button>
          <span className={classes.note}>The same seed always plays the same days.</span>
        </div>
      </form>
    </Section>
  );
}
