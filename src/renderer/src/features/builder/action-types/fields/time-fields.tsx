/** How long an Action waits for its response, and when it is due. */
import { actionType } from '../../../../../../shared/definitions.ts';
import formClasses from '../../../../form/form.module.css';
import { SchemaField } from '../../../../form/schema-field.tsx';
import type { FieldsProps } from './basic-fields.tsx';

const { responseExpected, responseWithin, due, autoCompleteOnTimeout } = actionType.shape;

export function TimeFields({ form }: FieldsProps) {
  const { draft } = form;
  const hasDue = draft.due.trim() !== '';
  return (
    <div className={formClasses.fields}>
      {draft.kind === 'api' && (
        <>
          <SchemaField
            schema={responseExpected}
            path="responseExpected"
            form={form}
            besideField
            help={
              draft.responseExpected
                ? 'Once connected, it waits for the response.'
                : 'Once connected, it is done: Closed, Done Successfully.'
            }
          />
          <SchemaField schema={responseWithin} path="responseWithin" form={form} disabled={!draft.responseExpected} />
        </>
      )}
      <SchemaField schema={due} path="due" form={form} />
      <SchemaField
        schema={autoCompleteOnTimeout}
        path="autoCompleteOnTimeout"
        form={form}
        besideField
        help={
          !hasDue
            ? 'Takes effect with a due date.'
            : draft.autoCompleteOnTimeout
              ? 'At the due date it closes: No response returned.'
              : 'At the due date it is only marked overdue.'
        }
      />
    </div>
  );
}
