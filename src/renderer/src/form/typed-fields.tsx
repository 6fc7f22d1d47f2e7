/** Fields of what is typed as text: durations, `90s`, `1h30m`, `20 min` or `1:30`, shown back in words; and numbers. */
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { exactDuration } from '../../../views/words/time-words.ts';
import { parseTyped } from './typed-duration.ts';

/** Room for a usual unit, and for a letter of a longer one, in pixels. */
const UNIT_WIDTH = 92;
const UNIT_LETTER = 6.6;

/** Inside the field, at its right end. */
const Unit = ({ children }: { readonly children: ReactNode }) => (
  <span
    style={{
      width: '100%',
      paddingRight: 10,
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontSize: 'var(--mantine-font-size-xs)',
    }}
  >
    {children}
  </span>
);

interface FieldProps {
  readonly label: string;
  /** As typed. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** When the field is left: from then on `error` may show. */
  readonly onBlur?: (() => void) | undefined;
  readonly error?: string | undefined;
  readonly help?: ReactNode;
  readonly disabled?: boolean | undefined;
}

export function DurationField({ label, value, onChange, onBlur, error, help, disabled = false }: FieldProps) {
  const parsed = parseTyped(value);
  const words = parsed === null ? null : exactDuration(parsed);
  return (
    <TextInput
      label={label}
      value={value}
      disabled={disabled}
      spellCheck={false}
      autoComplete="off"
      rightSection={<Unit>{words}</Unit>}
      rightSectionWidth={Math.max(UNIT_WIDTH, (words?.length ?? 0) * UNIT_LETTER + 18)}
      rightSectionPointerEvents="none"
      description={help}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}

interface NumberFieldProps extends FieldProps {
  readonly min: number;
  readonly max: number;
  readonly step?: number | 'any' | undefined;
  /** Inside the field, at its right end. */
  readonly unit?: string | undefined;
}

/** A number; its role is `spinbutton`. */
export function NumberField({ label, value, onChange, onBlur, error, help, disabled, ...rest }: NumberFieldProps) {
  const { min, max, step = 1, unit } = rest;
  return (
    <TextInput
      type="number"
      inputMode={step === 1 ? 'numeric' : 'decimal'}
      label={label}
      value={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled ?? false}
      rightSection={unit === undefined ? undefined : <Unit>{unit}</Unit>}
      rightSectionWidth={52}
      rightSectionPointerEvents="none"
      description={help}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      // A wheel over the page must not change a number by accident.
      onWheel={(event) => event.currentTarget.blur()}
    />
  );
}
