/** Outages: windows that lie over script and chance, in which every call fails alike; the first that covers a call decides. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { outcomeAsChoice } from '../../../../../views/words/call-words.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose, IconPlus } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import { DurationField } from '../../../form/typed-fields.tsx';
import { FAILING_KINDS } from '../draft/call-draft.ts';
import { newOutage, type OutageDraft } from '../draft/outage-draft.ts';
import classes from './editor.module.css';
import { FailureFields } from './failure-fields.tsx';
import { OutageRuler } from './outage-ruler.tsx';
import { presentInstant } from './presets-menu.tsx';
import type { ApiForm } from './use-api-form.ts';

const CHOICES = FAILING_KINDS.map((value) => ({ value, label: outcomeAsChoice(value) }));

export function OutagesEditor({ form }: { readonly form: ApiForm }) {
  const { outages } = form.draft;
  return (
    <section aria-label="Outages" className={classes.part}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>Outages</h3>
        <span className={formClasses.note}>
          {outages.length === 0 ? 'None. In an outage every call fails alike.' : 'In an outage every call fails alike.'}
        </span>
      </div>
      {outages.length > 0 && (
        <>
          <OutageRuler outages={outages} />
          <ol className={classes.responses} aria-label="Outages">
            {outages.map((outage, index) => (
              <OutageRow
                key={outage.id}
                outage={outage}
                name={`Outage ${index + 1}`}
                form={form}
                at={`outages.${index}`}
                onRemove={() => form.remove('outages', index)}
              />
            ))}
          </ol>
        </>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={13} />}
          onClick={() => form.insert('outages', newOutage(presentInstant()))}
        >
          Add outage
        </Button>
      </div>
    </section>
  );
}

interface OutageRowProps {
  readonly outage: OutageDraft;
  readonly name: string;
  readonly form: ApiForm;
  /** Where in the form the outage stands. */
  readonly at: string;
  readonly onRemove: () => void;
}

function OutageRow({ outage, name, form, at, onRemove }: OutageRowProps) {
  return (
    <li className={classes.response} aria-label={name}>
      <div className={classes.fields}>
        <TextInput
          label="From"
          description="+31m since the start, or ISO 8601"
          spellCheck={false}
          autoComplete="off"
          {...form.field(`${at}.from`)}
        />
        <DurationField label="For" {...form.field(`${at}.for`)} />
        <NativeSelect label="Every call" data={CHOICES} {...form.field(`${at}.kind`)} />
        <FailureFields form={form} at={at} kind={outage.kind} />
      </div>
      <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
    </li>
  );
}
