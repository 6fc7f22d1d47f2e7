/** The options of one call, by what happens to it. */
import { Button } from '@mantine/core';
import { IconPlus } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import { DurationField, NumberField } from '../../../form/typed-fields.tsx';
import type { CallDraft } from '../draft/call-draft.ts';
import { newResponse } from '../draft/response-draft.ts';
import classes from './editor.module.css';
import { FailureFields } from './failure-fields.tsx';
import { ResponseFields } from './response-fields.tsx';
import type { ApiForm } from './use-api-form.ts';

interface CallFieldsProps {
  readonly call: CallDraft;
  readonly form: ApiForm;
  /** Where in the form the call stands. */
  readonly at: string;
}

export function CallFields({ call, form, at }: CallFieldsProps) {
  const { kind, responses } = call;
  if (kind !== 'accepted') {
    return (
      <div className={classes.fields}>
        <FailureFields form={form} at={at} kind={kind} />
      </div>
    );
  }
  return (
    <>
      <div className={classes.fields}>
        <DurationField label="Accepts after" help="Blank: at once" {...form.field(`${at}.acceptAfter`)} />
        <NumberField
          label="Accepts with HTTP"
          help="200 to 299; blank: 200"
          min={200}
          max={299}
          {...form.field(`${at}.acceptStatus`)}
        />
      </div>
      {responses.length === 0 ? (
        <p className={formClasses.note}>No response is sent: the Action keeps waiting for one.</p>
      ) : (
        <ol className={classes.responses} aria-label="Responses">
          {responses.map((response, index) => (
            <ResponseFields
              key={response.id}
              response={response}
              name={`Response ${index + 1}`}
              form={form}
              at={`${at}.responses.${index}`}
              onRemove={() => form.remove(`${at}.responses`, index)}
            />
          ))}
        </ol>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={13} />}
          onClick={() => form.insert(`${at}.responses`, newResponse())}
        >
          Add response
        </Button>
      </div>
    </>
  );
}
