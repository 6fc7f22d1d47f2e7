/** The retry pattern of an Action type: the system-wide one, or its own. */
import { Radio } from '@mantine/core';
import type { Settings } from '../../../../../../shared/definitions.ts';
import { draftOf } from '../../../settings/draft.ts';
import { RetryFields } from '../../retry-fields.tsx';
import formClasses from '../../shared/form.module.css';
import type { FieldsProps } from './basic-fields.tsx';

export function RetryPatternFields({
  form: { draft, change, errorOf, leave },
  settings,
}: FieldsProps & { readonly settings: Settings }) {
  const { isOwn } = draft.retry;
  const fields = isOwn ? draft.retry.fields : draftOf(settings);
  return (
    <div className={formClasses.sections}>
      <Radio.Group
        label="Retry pattern"
        labelProps={{ className: 'visually-hidden' }}
        value={isOwn ? 'own' : 'system-wide'}
        onChange={(value) => change({ retry: { ...draft.retry, isOwn: value === 'own' } })}
      >
        <div className={formClasses.radios}>
          <Radio value="system-wide" label="Follows the system-wide pattern" />
          <Radio value="own" label="Has its own" />
        </div>
      </Radio.Group>
      <RetryFields
        bind={(field) => ({
          value: fields[field],
          error: isOwn ? errorOf(`retry.${field}`) : undefined,
          onChange: (text) => change({ retry: { isOwn: true, fields: { ...fields, [field]: text } } }),
          onBlur: () => leave(`retry.${field}`),
        })}
      />
    </div>
  );
}
