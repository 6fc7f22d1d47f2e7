/** A new study: which Action type, how many lives, and what is tried. */
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { Section } from '../../../components/section.tsx';
import formClasses from '../../../form/form.module.css';
import { DurationField } from '../../../form/typed-fields.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { AxisFields } from './axis-fields.tsx';
import classes from './form.module.css';
import { type CheckedStudy, MODES, type Mode, requestOf } from './study-draft.ts';
import { useStudyForm } from './use-study-form.ts';
import { VariantFields } from './variant-fields.tsx';

const HINTS: Readonly<Record<Mode, string>> = {
  Compare: 'Up to six variants on the same chances; each is compared with the first.',
  Sweep: 'One setting over its values as a line, two as a map.',
  Outage: 'How many get through an API outage that begins with the launches, by its length.',
  Sensitivity: 'How the results change if the API is worse than assumed.',
};

/** `actionTypes`: the names of those that call an API; at least one. */
export function StudyForm({ actionTypes }: { readonly actionTypes: readonly string[] }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async (checked: CheckedStudy) => {
    setRefusal(null);
    const request = requestOf(checked, actionType);
    if (request === null) return;
    const starting = client()
      .lab.start(request)
      .catch((error: unknown) => {
        if (!(error instanceof ORPCError) || !['INVALID_STUDY', 'BAD_REQUEST'].includes(error.code)) throw error;
        setRefusal(error.message);
        return null;
      });
    const started = await attempt(starting);
    if (started !== null) navigate(paths.labRun(started.id));
  };
  const form = useStudyForm((checked) => void run(checked));
  const { draft, change } = form;
  const actionType = actionTypes.find((name) => name === draft.actionType) ?? actionTypes[0] ?? '';

  const { mode } = draft;
  return (
    <Section title="New study">
      <form {...form.formProps}>
        <div className={classes.grid}>
          <Select
            label="Action type"
            data={[...actionTypes]}
            value={actionType}
            allowDeselect={false}
            searchable
            onChange={(name) => change({ actionType: name })}
          />
          <TextInput label="Trials" inputMode="numeric" {...form.field('trials')} />
          <DurationField label="Launches spread over" {...form.field('window')} />
          <TextInput label="Seed" inputMode="numeric" {...form.field('seed')} />
        </div>
        <div className={classes.what}>
          <div className={classes.mode}>
            <SegmentedControl
              aria-label="What to try"
              data={[...MODES]}
              value={mode}
              onChange={(value) => change({ mode: value as Mode })}
            />
            <span className={formClasses.note}>{HINTS[mode]}</span>
          </div>
          {mode === 'Compare' ? <VariantFields form={form} /> : <AxisFields form={form} mode={mode} />}
          <div className={classes.run}>
            <Button type="submit">Run</Button>
            {refusal !== null && (
              <span role="alert" className={formClasses.problem}>
                {refusal}
              </span>
            )}
          </div>
        </div>
      </form>
    </Section>
  );
}
