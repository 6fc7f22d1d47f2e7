/** A new study: which Action type, how many trials, and what is tried. */
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { LAUNCH_HOURS, type LaunchHours } from '../../../../../shared/lab.ts';
import { WORKING_HOURS } from '../../../../../shared/working-hours.ts';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { Section } from '../../../components/section.tsx';
import formClasses from '../../../form/form.module.css';
import { DurationField } from '../../../form/typed-fields.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { AxisFields } from './axis-fields.tsx';
import classes from './form.module.css';
import { Played } from './played.tsx';
import { actionTypeOf, type CheckedStudy, MODES, type Mode, windowText } from './study-draft.ts';
import type { StudySetting } from './study-setting.ts';
import { useStudyForm } from './use-study-form.ts';
import { VariantFields } from './variant-fields.tsx';

/** Below the span, as long as nobody typed another. */
const SPREAD = 'At random, over all that the API does in time.';

const HOURS: Readonly<Record<LaunchHours, { readonly label: string; readonly help: string }>> = {
  any: { label: 'At any hour', help: 'Nights and weekends too.' },
  working: { label: 'In working hours', help: `${WORKING_HOURS}.` },
};

const HINTS: Readonly<Record<Mode, string>> = {
  Compare: 'Up to six variants on the same chances; each is compared with the first.',
  Sweep: 'Finds the best values: of one setting as a line, of two as a map.',
  Outage:
    'How many get through an API outage that begins with the launches, by its length. Its own outages are left out.',
  Sensitivity: 'How the results change if the API is worse than assumed.',
};

/** There is at least one Action type to study. */
export function StudyForm({ setting }: { readonly setting: StudySetting }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async ({ request }: CheckedStudy) => {
    setRefusal(null);
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
  const form = useStudyForm(setting, (checked) => void run(checked));
  const { draft, change } = form;
  const { mode } = draft;
  return (
    <Section title="New study">
      <form {...form.formProps}>
        <div className={classes.grid}>
          <Select
            label="Action type"
            data={[...setting.actionTypes]}
            value={actionTypeOf(draft, setting)}
            allowDeselect={false}
            searchable
            onChange={(name) => change({ actionType: name })}
          />
          <TextInput
            label="Trials"
            description="Launches of each variant."
            inputMode="numeric"
            {...form.field('trials')}
          />
          <DurationField
            label="Launches spread over"
            help={draft.window === null ? SPREAD : undefined}
            {...form.field('window')}
            value={windowText(draft, setting)}
          />
          <Select
            label="Launched"
            description={HOURS[draft.launchHours].help}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={LAUNCH_HOURS.map((value) => ({ value, label: HOURS[value].label }))}
            value={draft.launchHours}
            allowDeselect={false}
            onChange={(hours) => hours !== null && change({ launchHours: hours as LaunchHours })}
          />
          <TextInput
            label="Seed"
            description="The same seed plays the same trials again."
            inputMode="numeric"
            {...form.field('seed')}
          />
        </div>
        <Played form={form} setting={setting} />
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
