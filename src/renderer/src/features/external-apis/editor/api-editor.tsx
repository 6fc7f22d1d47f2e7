/** The editor of an external API: its URL, what it does with calls, its outages; saved as a whole, in one edit. */
import { Button, Radio, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, memo } from 'react';
import type { ExternalApiState } from '../../../../../shared/model.ts';
import type { ApiSwitch } from '../../../../../shared/words.ts';
import { Section } from '../../../components/section.tsx';
import { API_ID, type ApiKind } from '../draft/api-draft.ts';
import classes from './editor.module.css';
import { OutagesEditor } from './outages-editor.tsx';
import { PresetsMenu } from './presets-menu.tsx';
import { RandomEditor } from './random-editor.tsx';
import { ScriptEditor } from './script-editor.tsx';
import { type ApiForm, useApiForm } from './use-api-form.ts';

interface ApiEditorProps {
  readonly name: string;
  readonly api: ExternalApiState;
}

/** The page looks at the log a few times a second; the form need not. */
export const ApiEditor = memo(Editor);

function Editor({ name, api }: ApiEditorProps) {
  const form = useApiForm(name, api.definition);
  const { draft } = form;
  useHotkeys([['mod+S', () => void form.save()]], []);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    // Menus and dialogs stand elsewhere on the page and have their own Esc.
    const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === 'Escape' && isWithin) void form.askToDiscard();
  };

  return (
    <Section
      title="Configuration"
      aside={form.isDirty ? 'not saved yet' : undefined}
      actions={<PresetsMenu form={form} />}
    >
      <form
        noValidate
        className={classes.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <div className={classes.head}>
          <TextInput
            label="URL"
            value={draft.url}
            spellCheck={false}
            autoComplete="off"
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            {...form.field(API_ID, 'url')}
            onChange={(event) => form.change({ url: event.currentTarget.value })}
          />
          <Radio.Group label="Behaviour" value={draft.kind} onChange={(kind) => form.change({ kind: kind as ApiKind })}>
            <div className={classes.kinds}>
              <Radio value="scripted" label="Scripted" />
              <Radio value="random" label="At random" />
            </div>
          </Radio.Group>
        </div>
        {draft.kind === 'scripted' ? <ScriptEditor form={form} /> : <RandomEditor form={form} />}
        <OutagesEditor form={form} />
        <Footer form={form} api={api} />
      </form>
    </Section>
  );
}

/** Saves, and says what saving will do before it is done. */
function Footer({ form, api }: { readonly form: ApiForm; readonly api: ExternalApiState }) {
  return (
    <div className={classes.footer}>
      <Button type="submit" size="sm">
        Save
      </Button>
      {form.isDirty && (
        <Button variant="default" size="sm" onClick={form.discard}>
          Discard changes
        </Button>
      )}
      <div role="status" className={classes.note}>
        {form.isDirty && form.value === undefined
          ? 'Not ready to save: a field is not right yet.'
          : 'Calls from now on follow it; answers on their way still come.'}
        {notInForce(api.switch)}
        {form.changedOutside && ' It was saved elsewhere while you typed: saving replaces that.'}
      </div>
    </div>
  );
}

/** What of the configuration waits until the API is switched back. */
function notInForce(present: ApiSwitch): string | null {
  if (present === 'As configured') return null;
  return ` ${present === 'Real' ? 'Only its URL is' : 'Not'} in force while the API is ${present}.`;
}
