/** The options of one call, by what happens to it. */
import { Button } from '@mantine/core';
import { IconPlus } from '../../../components/icons.tsx';
import { DurationField, NumberField } from '../../../form/typed-fields.tsx';
import type { CallDraft } from '../draft/call-draft.ts';
import { newResponse } from '../draft/response-draft.ts';
import { replaced, without } from '../draft/rows.ts';
import classes from './editor.module.css';
import { FailureFields } from './failure-fields.tsx';
import { ResponseFields } from './response-fields.tsx';
import type { ApiForm } from './use-api-form.ts';

interface CallFieldsProps {
  readonly call: CallDraft;
  readonly form: ApiForm;
  readonly onChange: (call: CallDraft) => void;
}

export function CallFields({ call, form, onChange }: CallFieldsProps) {
  const { id, kind } = call;
  if (kind !== 'accepted') {
    return (
      <div className={classes.fields}>
        <FailureFields
          id={id}
          kind={kind}
          draft={call}
          form={form}
          onChange={(change) => onChange({ ...call, ...change })}
        />
      </div>
    );
  }
  const { responses } = call;
  const setResponses = (next: CallDraft['responses']) => onChange({ ...call, responses: next });
  return (
    <>
      <div className={classes.fields}>
        <DurationField
          label="Accepts after"
          help="Blank: at once"
          value={call.acceptAfter}
          onChange={(acceptAfter) => onChange({ ...call, acceptAfter })}
          {...form.field(id, 'acceptAfter')}
        />
        <NumberField
          label="Accepts with HTTP"
          help="200 to 299; blank: 200"
          min={200}
          max={299}
          value={call.acceptStatus}
          onChange={(acceptStatus) => onChange({ ...call, acceptStatus })}
          {...form.field(id, 'acceptStatus')}
        />
      </div>
      {responses.length === 0 ? (
        <p className={classes.note}>No answer is sent: the Action waits for its response.</p>
      ) : (
        <ol className={classes.responses} aria-label="Answers">
          {responses.map((response, index) => (
            <ResponseFields
              key={response.id}
              response={response}
              name={`Answer ${index + 1}`}
              form={form}
              onChange={(next) => setResponses(replaced(responses, next))}
              onRemove={() => setResponses(without(responses, response))}
            />
          ))}
        </ol>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={13} />}
          onClick={() => setResponses([...responses, newResponse()])}
        >
          Add answer
        </Button>
      </div>
    </>
  );
}
