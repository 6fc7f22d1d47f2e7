/** How long an Action waits for its response, and when it is due. */
import { MINUTE_MS, parseDuration } from '../../../../../../shared/duration.ts';
import { DurationField } from '../../../../components/fields.tsx';
import formClasses from '../../shared/form.module.css';
import { SwitchField } from '../../shared/switch-field.tsx';
import type { FieldsProps } from './basic-fields.tsx';

export function TimeFields({ form: { draft, change, errorOf, leave } }: FieldsProps) {
  const isApi = draft.kind === 'api';
  const within = parseDuration(draft.responseWithin.trim());
  const isFiner = within !== null && within % MINUTE_MS !== 0;
  const hasDue = draft.due.trim() !== '';
  return (
    <div className={formClasses.fields}>
      {isApi && (
        <>
          <SwitchField
            besideField
            label="Response expected"
            help={
              draft.responseExpected
                ? 'Once connected, it waits for the response.'
                : 'Once connected, it is done: Closed, Done Successfully.'
            }
            checked={draft.responseExpected}
            onChange={(responseExpected) => change({ responseExpected })}
          />
          <DurationField
            label="Response expected within"
            value={draft.responseWithin}
            disabled={!draft.responseExpected}
            error={draft.responseExpected ? errorOf('responseWithin') : undefined}
            help={
              isFiner ? (
                <span className={formClasses.finer}>Finer than the product's minutes.</span>
              ) : (
                'Then it goes to a person. Blank: no limit.'
              )
            }
            onChange={(responseWithin) => change({ responseWithin })}
            onBlur={() => leave('responseWithin')}
          />
        </>
      )}
      <DurationField
        label="Due date"
        value={draft.due}
        error={errorOf('due')}
        help="From launch on. Blank: none."
        onChange={(due) => change({ due })}
        onBlur={() => leave('due')}
      />
      <SwitchField
        besideField
        label="Auto-complete on timeout"
        help={
          !hasDue
            ? 'Takes effect with a due date.'
            : draft.autoCompleteOnTimeout
              ? 'At the due date it closes: No response returned.'
              : 'At the due date it is only marked overdue.'
        }
        checked={draft.autoCompleteOnTimeout}
        onChange={(autoCompleteOnTimeout) => change({ autoCompleteOnTimeout })}
      />
    </div>
  );
}
