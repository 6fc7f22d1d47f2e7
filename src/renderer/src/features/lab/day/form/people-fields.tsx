/** Who works what is handed over or escalated, when, and how long an item takes on average. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { DAY_MS, describeDuration } from '../../../../../../shared/duration.ts';
import { IconButton } from '../../../../components/icon-button.tsx';
import { IconClose, IconPlus } from '../../../../components/icons.tsx';
import formClasses from '../../../../form/form.module.css';
import { parseTyped } from '../../../../form/typed-duration.ts';
import { anotherPerson, lengthOf, peopleOf } from '../draft/day-draft.ts';
import { withValue } from './choices.ts';
import classes from './day-form.module.css';
import type { DayForm } from './use-day-form.ts';

export function PeopleFields({ form }: { readonly form: DayForm }) {
  const { draft, setting, shown } = form;
  const { people } = shown;
  /** What was suggested is typed from now on. */
  const begin = () => draft.people === null && form.set('people', peopleOf(draft, setting));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legendName}>People</legend>
      {people.length === 0 ? (
        <p className={formClasses.note}>Nobody works: whatever is handed over keeps waiting.</p>
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
                index={index}
                begin={begin}
                onRemove={() => {
                  begin();
                  form.remove('people', index);
                }}
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
          onClick={() => {
            begin();
            form.insert('people', anotherPerson(draft, setting));
          }}
        >
          Add person
        </Button>
        {lengthOf(draft) > DAY_MS && <span className={formClasses.note}>“08:00 +1” is 08:00 the next day.</span>}
      </div>
    </fieldset>
  );
}

interface PersonRowProps {
  readonly form: DayForm;
  /** From 0. */
  readonly index: number;
  /** To be called before anything is typed. */
  readonly begin: () => void;
  readonly onRemove: () => void;
}

const PARTS = ['name', 'from', 'to', 'perItem'] as const;

function PersonRow({ form, index, begin, onRemove }: PersonRowProps) {
  const id = useId();
  const person = form.shown.people[index];
  if (person === undefined) return null;
  const name = `Person ${index + 1}`;
  const problems = PARTS.flatMap((part) => form.errorOf(`people.${index}.${part}`) ?? []);
  const bind = (part: (typeof PARTS)[number]) => {
    const { onChange, onBlur, error } = form.field(`people.${index}.${part}`);
    return {
      size: 'xs',
      value: person[part],
      error: error !== undefined,
      'aria-describedby': problems.length > 0 ? id : undefined,
      onBlur,
      onChange: (change: unknown) => {
        begin();
        onChange(change);
      },
    };
  };
  const text = { spellCheck: false, autoComplete: 'off' } as const;
  const perItemMs = parseTyped(person.perItem);
  return (
    <li aria-label={name}>
      <div className={classes.personRow}>
        <NativeSelect aria-label="Person" data={withValue(form.setting.users, person.name)} {...bind('name')} />
        <TextInput aria-label="Works from" {...text} {...bind('from')} />
        <TextInput aria-label="Works to" {...text} {...bind('to')} />
        <TextInput
          aria-label="Time per item"
          title={perItemMs === null ? undefined : `${describeDuration(perItemMs)} on average`}
          {...text}
          {...bind('perItem')}
        />
        <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
      </div>
      {problems.length > 0 && (
        <p id={id} className={formClasses.problem}>
          {problems.join(' ')}
        </p>
      )}
    </li>
  );
}
