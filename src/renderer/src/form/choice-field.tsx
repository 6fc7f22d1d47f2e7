/** Choosing one definition by name, or none. A name that is no longer defined stays visible. */
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { fieldOf } from '../../../shared/field.ts';

interface ChoiceFieldProps {
  /** Says its label and help, and what none is called. */
  readonly schema: z.ZodType;
  /** Empty for none. */
  readonly value: string;
  readonly options: readonly string[];
  /** The entry for none; without it, the schema's word for blank. */
  readonly none?: string | undefined;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly onChange: (name: string) => void;
  readonly onBlur?: (() => void) | undefined;
}

export function ChoiceField({ schema, value, options, none, help, error, onChange, onBlur }: ChoiceFieldProps) {
  const field = fieldOf(schema);
  const isGone = value !== '' && !options.includes(value);
  return (
    <NativeSelect
      label={field.label}
      value={value}
      description={help ?? field.help}
      error={error}
      data={[
        { value: '', label: none ?? field.blank ?? '' },
        ...(isGone ? [{ value, label: `${value} (no longer defined)` }] : []),
        ...options.map((option) => ({ value: option, label: option })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}
