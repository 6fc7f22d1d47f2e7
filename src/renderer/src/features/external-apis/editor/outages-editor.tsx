/** Outages: windows that lie over script and chance, in which every call fails alike; the first that covers a call decides. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { OUTCOME_WORDS } from '../../../../../engine/api-words.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose, IconPlus } from '../../../components/icons.tsx';
import { DurationField } from '../../../form/typed-fields.tsx';
import { FAILING_KINDS, type FailingKind } from '../draft/call-draft.ts';
import { newOutage, type OutageDraft } from '../draft/outage-draft.ts';
import { replaced, without } from '../draft/rows.ts';
import classes from './editor.module.css';
import { FailureFields } from './failure-fields.tsx';
import { OutageRuler } from './outage-ruler.tsx';
import { presentInstant } from './presets-menu.tsx';
import type { ApiForm } from './use-api-form.ts';

const CHOICES = FAILING_KINDS.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

export function OutagesEditor({ form }: { readonly form: ApiForm }) {
  const { outages } = form.draft;
  const setOutages = (next: readonly OutageDraft[]) => form.change({ outages: next });
  return (
    <section aria-label="Outages" className={classes.part}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>Outages</h3>
        <span className={classes.note}>
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
                onChange={(next) => setOutages(replaced(outages, next))}
                onRemove={() => setOutages(without(outages, outage))}
              />
            ))}
          </ol>
        </>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={13} />}
          onClick={() => setOutages([...outages, newOutage(presentInstant())])}
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
  readonly onChange: (outage: OutageDraft) => void;
  readonly onRemove: () => void;
}

function OutageRow({ outage, name, form, onChange, onRemove }: OutageRowProps) {
  const { id, kind } = outage;
  const change = (part: Partial<OutageDraft>) => onChange({ ...outage, ...part });
  return (
    <li className={classes.response} aria-label={name}>
      <div className={classes.fields}>
        <TextInput
          label="From"
          description="+31m since the start, or ISO 8601"
          spellCheck={false}
          autoComplete="off"
          value={outage.from}
          {...form.field(id, 'from')}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <DurationField
          label="For"
          value={outage.for}
          onChange={(text) => change({ for: text })}
          {...form.field(id, 'for')}
        />
        <NativeSelect
          label="Every call"
          data={CHOICES}
          value={kind}
          onChange={(event) => change({ kind: event.currentTarget.value as FailingKind })}
        />
        <FailureFields id={id} kind={kind} draft={outage} form={form} onChange={change} />
      </div>
      <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
    </li>
  );
}
