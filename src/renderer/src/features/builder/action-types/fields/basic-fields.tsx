/** What an Action type is called, what it calls, and which custom data goes out. */
import { Radio, TagsInput } from '@mantine/core';
import { useMemo } from 'react';
import { actionType } from '../../../../../../shared/definitions.ts';
import { labelOf } from '../../../../../../shared/field.ts';
import { useNames } from '../../../../definition-list/use-names.ts';
import { ChoiceField } from '../../../../form/choice-field.tsx';
import formClasses from '../../../../form/form.module.css';
import { SchemaField } from '../../../../form/schema-field.tsx';
import type { DefinitionForm } from '../../../../form/use-definition-form.ts';
import { useWorkspace } from '../../../../stores/workspace.ts';
import type { ActionTypeDraft } from '../action-type-draft.ts';
import { NoApis } from '../no-apis.tsx';

export interface FieldsProps {
  readonly form: DefinitionForm<ActionTypeDraft>;
}

const { title, externalApi, send } = actionType.shape;

export function BasicFields({ form }: FieldsProps) {
  const { draft, change } = form;
  const apis = useNames('externalApis');
  return (
    <div className={formClasses.fields}>
      <div className={formClasses.wide}>
        <SchemaField schema={title} path="title" form={form} />
      </div>
      <Radio.Group
        label="Kind"
        value={draft.kind}
        onChange={(value) => change({ kind: value === 'manual' ? 'manual' : 'api' })}
      >
        <div className={formClasses.radios}>
          <Radio value="api" label="Calls an External API" />
          <Radio value="manual" label="Manual, done by a person" />
        </div>
      </Radio.Group>
      {draft.kind === 'api' &&
        (apis.length === 0 && draft.externalApi === '' ? (
          <NoApis />
        ) : (
          <ChoiceField schema={externalApi} options={apis} none="Choose …" help="" {...form.field('externalApi')} />
        ))}
      {draft.kind === 'api' && <SendFields form={form} />}
    </div>
  );
}

function SendFields({ form }: FieldsProps) {
  const { draft, change } = form;
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
          label={labelOf(send)}
          description={
            draft.send.length === 0 ? 'None chosen: no custom data goes out.' : 'Type a field of the Case, then Enter.'
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={known}
          maxDropdownHeight={200}
          {...form.field('send')}
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
