/** One answer that the external system sends after it has accepted a call. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import { DurationField, NumberField } from '../../../form/typed-fields.tsx';
import { RESPONSE_KINDS, type ResponseDraft, type ResponseKind } from '../draft/response-draft.ts';
import { DataField } from './data-field.tsx';
import classes from './editor.module.css';
import type { ApiForm } from './use-api-form.ts';

const KIND_WORDS: Record<ResponseKind, string> = {
  success: 'Success',
  unsuccessful: 'Unsuccessful',
  malformed: 'Malformed body',
};
const CHOICES = RESPONSE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }));

interface ResponseFieldsProps {
  readonly response: ResponseDraft;
  readonly name: string;
  readonly form: ApiForm;
  /** Where in the form the response stands. */
  readonly at: string;
  readonly onRemove: () => void;
}

export function ResponseFields({ response, name, form, at, onRemove }: ResponseFieldsProps) {
  const { kind } = response;
  const isMalformed = kind === 'malformed';
  return (
    <li className={classes.response} aria-label={name}>
      <div className={classes.fields}>
        <NativeSelect label={name} data={CHOICES} {...form.field(`${at}.kind`)} />
        <DurationField label="Comes after" help="From the acceptance; blank: at once" {...form.field(`${at}.after`)} />
        <NumberField label="Sent" help="Blank: once" unit="times" min={1} max={100} {...form.field(`${at}.repeat`)} />
        <TextInput
          label="Reason"
          description="Its words, if any"
          disabled={isMalformed}
          {...form.field(`${at}.reason`)}
        />
        <div className={classes.wide}>
          <DataField
            description="JSON, written to the Case if the response is accepted"
            disabled={isMalformed}
            {...form.field(`${at}.data`)}
          />
        </div>
        <Checkbox
          className={classes.check ?? ''}
          size="xs"
          label="Wrong token"
          disabled={isMalformed}
          checked={response.hasWrongToken && !isMalformed}
          onChange={(event) => form.set(`${at}.hasWrongToken`, event.currentTarget.checked)}
        />
      </div>
      <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
    </li>
  );
}
