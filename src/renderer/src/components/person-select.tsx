/** Choosing one of the users; who is not available is said beside the name. */
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWorld } from '../stores/workspace.ts';

interface PersonSelectProps {
  readonly label: string;
  /** A name, or `null` for the entry that `nobody` names. */
  readonly value: string | null;
  readonly onChange: (user: string | null) => void;
  /** The entry for no person, such as *Everybody*; without it somebody must be chosen. */
  readonly nobody?: string | undefined;
  readonly description?: ReactNode;
  readonly hideLabel?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly size?: 'xs' | 'sm' | undefined;
}

export function PersonSelect(props: PersonSelectProps) {
  const { label, value, onChange, nobody, description, hideLabel = false, disabled = false, size = 'sm' } = props;
  const world = useWorld();
  const users = [...world.users].map(([name, { available }]) => ({
    value: name,
    label: available ? name : `${name} (not available)`,
  }));
  // The name of a former user stays visible, so that one always sees whose eyes one looks through.
  if (value !== null && !world.users.has(value)) users.unshift({ value, label: `${value} (not in this workspace)` });
  return (
    <NativeSelect
      {...(hideLabel ? { 'aria-label': label } : { label })}
      description={description}
      size={size}
      disabled={disabled}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={nobody === undefined && value !== null ? users : [{ value: '', label: nobody ?? 'Choose …' }, ...users]}
    />
  );
}
