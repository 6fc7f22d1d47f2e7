/** How a call or an outage fails: status and Retry-After where it is an HTTP status, and how long the failure takes. */

import formClasses from '../../../form/form.module.css';
import { DurationField, NumberField } from '../../../form/typed-fields.tsx';
import type { FailingKind } from '../draft/call-draft.ts';
import type { ApiForm } from './use-api-form.ts';

interface FailureFieldsProps {
  readonly form: ApiForm;
  /** Where in the form the call or outage stands. */
  readonly at: string;
  readonly kind: FailingKind;
}

export function FailureFields({ form, at, kind }: FailureFieldsProps) {
  if (kind === 'hang') {
    return <p className={formClasses.note}>The call ends at the call timeout of the settings, without a reply.</p>;
  }
  return (
    <>
      {kind === 'status' && (
        <NumberField
          label="Status"
          help="Outside 2xx, 300 to 599"
          min={300}
          max={599}
          {...form.field(`${at}.status`)}
        />
      )}
      <DurationField label="Fails after" help="Blank: at once" {...form.field(`${at}.after`)} />
      {kind === 'status' && (
        <DurationField
          label="Retry-After"
          help="Blank: none. Shown, not followed"
          {...form.field(`${at}.retryAfter`)}
        />
      )}
    </>
  );
}
