/** How a call or an outage fails: status and Retry-After where it is an HTTP status, and how long the failure takes. */
import { DurationField, NumberField } from '../../../form/typed-fields.tsx';
import type { FailingKind } from '../draft/call-draft.ts';
import classes from './editor.module.css';
import type { ApiForm } from './use-api-form.ts';

interface Fields {
  readonly after: string;
  readonly status: string;
  readonly retryAfter: string;
}

interface FailureFieldsProps {
  readonly id: string;
  readonly kind: FailingKind;
  readonly draft: Fields;
  readonly form: ApiForm;
  readonly onChange: (change: Partial<Fields>) => void;
}

export function FailureFields({ id, kind, draft, form, onChange }: FailureFieldsProps) {
  if (kind === 'hang') {
    return <p className={classes.note}>The call ends at the call timeout of the settings, without a reply.</p>;
  }
  return (
    <>
      {kind === 'status' && (
        <NumberField
          label="Status"
          help="Outside 2xx, 300 to 599"
          min={300}
          max={599}
          value={draft.status}
          onChange={(status) => onChange({ status })}
          {...form.field(id, 'status')}
        />
      )}
      <DurationField
        label="After"
        help="Blank: at once"
        value={draft.after}
        onChange={(after) => onChange({ after })}
        {...form.field(id, 'after')}
      />
      {kind === 'status' && (
        <DurationField
          label="Retry-After"
          help="Blank: none. Shown, not followed"
          value={draft.retryAfter}
          onChange={(retryAfter) => onChange({ retryAfter })}
          {...form.field(id, 'retryAfter')}
        />
      )}
    </>
  );
}
