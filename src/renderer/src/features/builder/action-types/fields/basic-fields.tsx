/** What an Action type is called, what it calls, and which custom data goes out. */
import { Radio, TagsInput, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useNames } from '../../../../definition-list/use-names.ts';
import { useWorkspace } from '../../../../stores/workspace.ts';
import { ChoiceField } from '../../shared/choice-field.tsx';
import formClasses from '../../shared/form.module.css';
import type { DefinitionForm } from '../../shared/use-definition-form.ts';
import type { ActionTypeDraft } from '../action-type-draft.ts';
import { NoApis } from '../no-apis.tsx';

export interface FieldsProps {
  readonly form: DefinitionForm<ActionTypeDraft>;
}

export function BasicFields({ form }: FieldsProps) {
  const { draft, change, errorOf, leave } = form;
  const apis = useNames('externalApis');
  return (
    <div className={formClasses.fields}>
      <div className={formClasses.wide}>
        <TextInput
          label="Title"
          description="What people see. Blank: its name."
          value={draft.title}
          error={errorOf('title')}
          onChange={(event) => change({ title: event.currentTarget.value })}
          onBlur={() => leave('title')}
        />
      </div>
      <Radio.Group
        label="Kind"
        value={draft.kind}
        onChange={(value) => change({ kind: value === 'manual' ? 'manual' : 'api' })}
      >
        <div className={formClasses.radios}>
          <Radio value="api" label="Calls an external API" />
          <Radio value="manual" label="Manual, done by a person" />
        </div>
      </Radio.Group>
      {draft.kind === 'api' &&
        (apis.length === 0 && draft.externalApi === '' ? (
          <NoApis />
        ) : (
          <ChoiceField
            label="External API"
            value={draft.externalApi}
            options={apis}
            none="Choose …"
            error={errorOf('externalApi')}
            onChange={(externalApi) => change({ externalApi })}
            onBlur={() => leave('externalApi')}
          />
        ))}
      {draft.kind === 'api' && <SendFields form={form} />}
    </div>
  );
}

function SendFields({ form: { draft, change, errorOf, leave } }: FieldsProps) {
  const known = useKnownFields();
  return (
    <>
      <Radio.Group
        label="Custom data that goes out"
        value={draft.sendsAll ? 'all' : 'some'}
        onChange={(value) => change({ sendsAll: value === 'all' })}
      >
        <div className={formClasses.radios}>
          <Radio value="all" label="All of the Case's" />
          <Radio value="some" label="Only some fields" />
        </div>
      </Radio.Group>
      {!draft.sendsAll && (
        <TagsInput
          label="Fields"
          description={
            draft.send.length === 0 ? 'None chosen: no custom data goes out.' : 'Type a field of the Case, then Enter.'
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={known}
          value={[...draft.send]}
          error={errorOf('send')}
          maxDropdownHeight={200}
          onChange={(send) => change({ send })}
          onBlur={() => leave('send')}
        />
      )}
    </>
  );
}

/** The fields that Case types bring: likely ones to send. */
function useKnownFields(): string[] {
  const caseTypes = useWorkspace((state) => state.world?.caseTypes);
  return useMemo(
    () => [...new Set([...(caseTypes?.values() ?? [])].flatMap(({ data }) => Object.keys(data ?? {})))],
    [caseTypes],
  );
}
