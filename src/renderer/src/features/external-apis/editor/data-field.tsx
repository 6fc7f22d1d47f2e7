/** Custom data that a response writes to the Case, as JSON. */
import { TextInput } from '@mantine/core';
import type { FieldProps } from '../../../form/use-fields.ts';

const MONOSPACE = { input: { fontFamily: 'var(--mantine-font-family-monospace)' } };

interface DataFieldProps extends FieldProps {
  readonly description: string;
  readonly disabled?: boolean | undefined;
}

export function DataField({ description, disabled = false, ...field }: DataFieldProps) {
  return (
    <TextInput
      label="Data"
      description={description}
      placeholder='{"poNumber": "4711"}'
      spellCheck={false}
      autoComplete="off"
      styles={MONOSPACE}
      disabled={disabled}
      {...field}
    />
  );
}
