/** One outage: when it begins, how long it lasts, how it comes again, how calls fail in it. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { isInstant, resolveInstant } from '../../../../../shared/instant.ts';
import { WEEKDAYS } from '../../../../../shared/words.ts';
import { outcomeAsChoice } from '../../../../../views/words/call-words.ts';
import { instantInWords } from '../../../../../views/words/time-words.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import { DurationField } from '../../../form/typed-fields.tsx';
import { useClock } from '../../../stores/workspace.ts';
import { FAILING_KINDS } from '../draft/call-draft.ts';
import { type OutageDraft, RECURRENCES, type Recurrence } from '../draft/outage-draft.ts';
import classes from './editor.module.css';
import { FailureFields } from './failure-fields.tsx';
import { NoEffect } from './no-effect.tsx';
import type { ApiForm } from './use-api-form.ts';

const CHOICES = FAILING_KINDS.map((value) => ({ value, label: outcomeAsChoice(value) }));
const RECURRENCE_WORDS: Readonly<Record<Recurrence, string>> = {
  once: 'Once',
  daily: 'Every day',
  weekdays: 'Monday to Friday',
  days: 'On chosen days',
  every: 'Every so often',
};
const RECURRENCE_CHOICES = RECURRENCES.map((value) => ({ value, label: RECURRENCE_WORDS[value] }));

interface OutageRowProps {
  readonly outage: OutageDraft;
  readonly name: string;
  readonly form: ApiForm;
  /** Where in the form the outage stands. */
  readonly at: string;
  /** Why it has no effect. */
  readonly noEffect: string | null;
  readonly onRemove: () => void;
}

export function OutageRow({ outage, name, form, at, noEffect, onRemove }: OutageRowProps) {
  return (
    <li className={classes.response} aria-label={name} data-no-effect={noEffect !== null || undefined}>
      <div className={classes.fields}>
        <From typed={outage.from} form={form} at={`${at}.from`} />
        <DurationField label="For" {...form.field(`${at}.for`)} />
        <NativeSelect label="Repeats" data={RECURRENCE_CHOICES} {...form.field(`${at}.recurrence`)} />
        {outage.recurrence === 'every' && (
          <DurationField label="Every" help="Counted from its beginning" {...form.field(`${at}.every`)} />
        )}
        <NativeSelect label="Every call" data={CHOICES} {...form.field(`${at}.kind`)} />
        <FailureFields form={form} at={at} kind={outage.kind} />
        {outage.recurrence === 'days' && (
          <Checkbox.Group label="Begins on" className={classes.wholeRow ?? ''} {...form.field(`${at}.on`)}>
            <div className={classes.weekdays}>
              {WEEKDAYS.map((day) => (
                <Checkbox key={day} size="xs" value={day} label={day} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <NoEffect why={noEffect} />
      </div>
      <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
    </li>
  );
}

const INSTANT_FORMS = '10:00, 2026-01-06 10:00, or +31m since the start';

/** Shown back as the instant it means, with the other ways to type one. */
function From({ typed, form, at }: { readonly typed: string; readonly form: ApiForm; readonly at: string }) {
  const startAt = useClock((clock) => clock.startAt);
  const text = typed.trim();
  const meant = isInstant(text)
    ? `First at ${instantInWords(resolveInstant(text, startAt), startAt)}. Type ${INSTANT_FORMS}`
    : INSTANT_FORMS;
  return (
    <TextInput
      label="From"
      placeholder="10:00"
      description={meant}
      spellCheck={false}
      autoComplete="off"
      {...form.field(at)}
    />
  );
}
