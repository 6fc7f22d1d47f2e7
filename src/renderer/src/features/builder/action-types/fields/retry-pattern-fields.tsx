/** The retry pattern of an Action type: the system-wide one, or its own. */
import { Radio } from '@mantine/core';
import type { Settings } from '../../../../../../shared/definitions.ts';
import formClasses from '../../../../form/form.module.css';
import { RetryFields } from '../../../../form/retry-fields.tsx';
import type { FieldProps } from '../../../../form/use-fields.ts';
import { patternDraftOf } from '../action-type-draft.ts';
import type { FieldsProps } from './basic-fields.tsx';

export function RetryPatternFields({ form, settings }: FieldsProps & { readonly settings: Settings }) {
  const { hasOwnRetry } = form.draft;
  return (
    <div className={formClasses.sections}>
      <Radio.Group
        label="Retry pattern"
        labelProps={{ className: 'visually-hidden' }}
        value={hasOwnRetry ? 'own' : 'system-wide'}
        onChange={(value) => form.change({ hasOwnRetry: value === 'own' })}
      >
        <div className={formClasses.radios}>
          <Radio value="system-wide" label="Follows the system-wide pattern" />
          <Radio value="own" label="Has its own" />
        </div>
      </Radio.Group>
      <RetryFields form={hasOwnRetry ? form : followed(form, settings)} at="retry" />
    </div>
  );
}

/** The fields show the system-wide pattern; typing in one of them begins a pattern of its own from there. */
function followed(form: FieldsProps['form'], settings: Settings) {
  const pattern: Readonly<Record<string, string>> = patternDraftOf(settings.retry);
  return {
    field: (path: string): FieldProps => {
      const { onChange, ...props } = form.field(path);
      const begin = (typed: unknown) => {
        form.change({ hasOwnRetry: true, retry: patternDraftOf(settings.retry) });
        onChange(typed);
      };
      return { ...props, value: pattern[path.slice('retry.'.length)], onChange: begin };
    },
  };
}
