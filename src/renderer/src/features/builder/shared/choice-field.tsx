/** Choosing one definition by name, or none. A name that is no longer defined stays visible. */
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

interface ChoiceFieldProps {
  readonly label: string;
  /** Empty for none. */
  readonly value: string;
  readonly options: readonly string[];
  /** The entry for none. */
  readonly none: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly onChange: (name: string) => void;
  readonly onBlur?: (() => void) | undefined;
}

export function ChoiceField({ label, value, options, none, help, error, onChange, onBlur }: ChoiceFieldProps) {
  const isGone = value !== '' && !options.includes(value);
  return (
    <NativeSelect
      label={label}
      value={value}
      description={help}
      error={error}
      data={[
        { value: '', label: none },
        ...(isGone ? [{ value, label: `${value} (not defined any more)` }] : []),
        ...options.map((option) => ({ value: option, label: option })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}
