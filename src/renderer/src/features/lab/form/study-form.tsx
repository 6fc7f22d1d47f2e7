/** A new study: which Action type, how many lives, and what is tried. */
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { type FormEvent, useState } from 'react';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { Section } from '../../../components/section.tsx';
import { DurationField } from '../../../form/typed-fields.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { AxisFields } from './axis-fields.tsx';
import classes from './form.module.css';
import { changeDraft, MODES, type Mode, problemsOf, requestOf, useStudyDraft } from './study-draft.ts';
import { VariantFields } from './variant-fields.tsx';

const HINTS: Readonly<Record<Mode, string>> = {
  Compare: 'Up to six candidates on the same chances; each is compared with the first.',
  Sweep: 'One setting over its values as a line, two as a map.',
  Outage: 'How many get through an outage of the API that begins with the launches, by its length.',
  Sensitivity: 'How the answer moves if the API is worse than believed.',
};

/** `actionTypes`: the names of those that call an API; at least one. */
export function StudyForm({ actionTypes }: { readonly actionTypes: readonly string[] }) {
  const draft = useStudyDraft();
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const actionType = actionTypes.find((name) => name === draft.actionType) ?? actionTypes[0] ?? '';
  const problems = problemsOf(draft);
  const shown = asked ? problems : {};

  const run = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setRefusal(null);
    if (Object.keys(problems).length > 0) return;
    const starting = client()
      .lab.start(requestOf(draft, actionType))
      .catch((error: unknown) => {
        if (!(error instanceof ORPCError) || !['INVALID_STUDY', 'BAD_REQUEST'].includes(error.code)) throw error;
        setRefusal(error.message);
        return null;
      });
    const started = await attempt(starting);
    if (started !== null) navigate(paths.labRun(started.id));
  };

  const { mode } = draft;
  return (
    <Section title="New study">
      <form noValidate onSubmit={(event) => void run(event)}>
        <div className={classes.grid}>
          <Select
            label="Action type"
            data={[...actionTypes]}
            value={actionType}
            allowDeselect={false}
            searchable
            onChange={(name) => changeDraft({ actionType: name })}
          />
          <TextInput
            label="Trials"
            inputMode="numeric"
            value={draft.trials}
            error={shown.trials}
            onChange={(event) => changeDraft({ trials: event.currentTarget.value })}
          />
          <DurationField
            label="Launches spread over"
            value={draft.window}
            error={shown.window}
            onChange={(window) => changeDraft({ window })}
          />
          <TextInput
            label="Seed"
            inputMode="numeric"
            value={draft.seed}
            error={shown.seed}
            onChange={(event) => changeDraft({ seed: event.currentTarget.value })}
          />
        </div>
        <div className={classes.what}>
          <div className={classes.mode}>
            <SegmentedControl
              aria-label="What to try"
              data={[...MODES]}
              value={mode}
              onChange={(value) => changeDraft({ mode: value as Mode })}
            />
            <span className={classes.note}>{HINTS[mode]}</span>
          </div>
          {mode === 'Compare' ? (
            <VariantFields variants={draft.variants} onChange={(variants) => changeDraft({ variants })} />
          ) : (
            <AxisFields
              axes={draft.axes[mode]}
              onChange={(axes) => changeDraft({ axes: { ...draft.axes, [mode]: axes } })}
            />
          )}
          <div className={classes.run}>
            <Button type="submit">Run</Button>
            {refusal !== null && (
              <span role="alert" className={classes.problem}>
                {refusal}
              </span>
            )}
          </div>
        </div>
      </form>
    </Section>
  );
}
