/** Who works what is handed over or escalated, when, and how long an item takes on average. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { DAY_MS, describeDuration, parseDuration } from '../../../../../../shared/duration.ts';
import { IconButton } from '../../../../components/icon-button.tsx';
import { IconClose, IconPlus } from '../../../../components/icons.tsx';
import type { PersonField } from '../draft/check-draft.ts';
import { fromText, lengthOf, type PersonDraft, peopleOf, toText, withPerson } from '../draft/day-draft.ts';
import { withValue } from './choices.ts';
import classes from './day-form.module.css';
import type { DayForm } from './use-fields.ts';

export function PeopleFields({ form }: { readonly form: DayForm }) {
  const { draft, setting, change } = form;
  const people = peopleOf(draft, setting);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legendName}>People</legend>
      {people.length === 0 ? (
        <p className={classes.note}>Nobody works: whatever is handed over stays.</p>
      ) : (
        <>
          <div className={classes.peopleHead} aria-hidden="true">
            <span>Person</span>
            <span>From</span>
            <span>To</span>
            <span>Per item</span>
          </div>
          <ul className={classes.peopleRows} aria-label="People">
            {people.map((person, index) => (
              <PersonRow
                key={person.id}
                form={form}
                person={person}
                name={`Person ${index + 1}`}
                onChange={(next) => change({ people: people.map((each) => (each === person ? next : each)) })}
                onRemove={() => change({ people: people.filter((each) => each !== person) })}
              />
            ))}
          </ul>
        </>
      )}
      <div className={classes.groupHead}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={13} />}
          disabled={setting.users.length === 0 || people.length >= 100}
          onClick={() => change(withPerson(draft, setting))}
        >
          Add person
        </Button>
        {lengthOf(draft) > DAY_MS && <span className={classes.note}>“08:00 +1” is 08:00 a day later.</span>}
      </div>
    </fieldset>
  );
}

interface PersonRowProps {
  readonly form: DayForm;
  readonly person: PersonDraft;
  readonly name: string;
  readonly onChange: (person: PersonDraft) => void;
  readonly onRemove: () => void;
}

const FIELDS = ['name', 'from', 'to', 'perItem'] as const;

function PersonRow({ form, person, name, onChange, onRemove }: PersonRowProps) {
  const { draft, setting, errorOf, leave } = form;
  const id = useId();
  const fieldOf = (part: PersonField) => `person-${person.id}-${part}` as const;
  const problems = FIELDS.flatMap((part) => errorOf(fieldOf(part)) ?? []);
  const bind = (part: PersonField) => ({
    size: 'xs',
    error: errorOf(fieldOf(part)) !== undefined,
    'aria-describedby': problems.length > 0 ? id : undefined,
    onBlur: () => leave(fieldOf(part)),
  });
  const text = { spellCheck: false, autoComplete: 'off' } as const;
  const perItemMs = parseDuration(person.perItem.trim());
  return (
    <li aria-label={name}>
      <div className={classes.personRow}>
        <NativeSelect
          aria-label="Person"
          data={withValue(setting.users, person.name)}
          value={person.name}
          onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
          {...bind('name')}
        />
        <TextInput
          aria-label="Works from"
          value={fromText(person.from, setting)}
          onChange={(event) => onChange({ ...person, from: event.currentTarget.value })}
          {...text}
          {...bind('from')}
        />
        <TextInput
          aria-label="Works to"
          value={toText(person.to, draft, setting)}
          onChange={(event) => onChange({ ...person, to: event.currentTarget.value })}
          {...text}
          {...bind('to')}
        />
        <TextInput
          aria-label="Time per item"
          title={perItemMs === null ? undefined : `${describeDuration(perItemMs)} on average`}
          value={person.perItem}
          onChange={(event) => onChange({ ...person, perItem: event.currentTarget.value })}
          {...text}
          {...bind('perItem')}
        />
        <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
      </div>
      {problems.length > 0 && (
        <p id={id} className={classes.problem}>
          {problems.join(' ')}
        </p>
      )}
    </li>
  );
}
