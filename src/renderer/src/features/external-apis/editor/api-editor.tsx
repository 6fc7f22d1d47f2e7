/** The editor of an External API: its URL, what it does with calls, its outages; saved as a whole, in one edit. */
import { Radio, TextInput } from '@mantine/core';
import { memo } from 'react';
import { apiUrl } from '../../../../../shared/definitions.ts';
import { labelOf } from '../../../../../shared/field.ts';
import type { ExternalApiState } from '../../../../../shared/model.ts';
import type { ApiSwitch } from '../../../../../shared/words.ts';
import { Section } from '../../../components/section.tsx';
import { SaveBar } from '../../../form/save-bar.tsx';
import { type ApiKind, ofKind } from '../draft/api-draft.ts';
import { ApiOdds } from './api-odds.tsx';
import classes from './editor.module.css';
import { OutagesEditor } from './outages-editor.tsx';
import { PresetsMenu } from './presets-menu.tsx';
import { RandomEditor } from './random-editor.tsx';
import { ScriptEditor } from './script-editor.tsx';
import { useApiForm } from './use-api-form.ts';

interface ApiEditorProps {
  readonly name: string;
  readonly api: ExternalApiState;
}

/** The page looks at the log a few times a second; the form need not. */
export const ApiEditor = memo(Editor);

function Editor({ name, api }: ApiEditorProps) {
  const form = useApiForm(name, api.definition);
  const { draft } = form;
  return (
    <div className={classes.whole}>
      <div className={classes.edited}>
        <Section
          title="Configuration"
          aside={form.isDirty ? 'not saved yet' : undefined}
          actions={<PresetsMenu form={form} />}
        >
          <form {...form.formProps} className={classes.form}>
            <div className={classes.head}>
              <TextInput
                label={labelOf(apiUrl)}
                spellCheck={false}
                autoComplete="off"
                styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
                {...form.field('url')}
              />
              <Radio.Group
                label="Behaviour"
                value={draft.kind}
                onChange={(kind) => form.change(ofKind(kind as ApiKind, draft))}
              >
                <div className={classes.kinds}>
                  <Radio value="scripted" label="Scripted" />
                  <Radio value="random" label="At random" />
                </div>
              </Radio.Group>
            </div>
            {draft.kind === 'random' && draft.random !== null ? (
              <RandomEditor form={form} random={draft.random} />
            ) : (
              <ScriptEditor form={form} apiName={name} />
            )}
            <OutagesEditor form={form} />
            <SaveBar form={form} inCard>
              {form.isDirty && form.checked.definition === null
                ? 'Not ready to save: some fields are not valid yet.'
                : 'Calls from now on follow it; responses already on their way still arrive.'}
              {notInForce(api.switch)}
            </SaveBar>
          </form>
        </Section>
        <div className={classes.odds}>
          <ApiOdds name={name} api={api} form={form} />
        </div>
      </div>
    </div>
  );
}

const IN_FORCE: Record<Exclude<ApiSwitch, 'As configured'>, string> = {
  Up: 'Only its URL and its first successful response are',
  Down: 'Not',
  Silent: 'Not',
  Real: 'Only its URL is',
};

/** What of the configuration waits until the API is switched back. */
function notInForce(present: ApiSwitch): string | null {
  if (present === 'As configured') return null;
  return ` ${IN_FORCE[present]} in effect while the API is ${present}.`;
}
