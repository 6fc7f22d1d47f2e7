/** Another name for a run: Enter or leaving the field gives it, Escape does not. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface RunNameFieldProps {
  readonly name: string;
  readonly onDone: (wanted: string) => void;
  readonly onCancel: () => void;
}

export function RunNameField({ name, onDone, onCancel }: RunNameFieldProps) {
  const [typed, setTyped] = useState(name);
  const done = () => onDone(typed.trim());
  return (
    <TextInput
      size="xs"
      aria-label={`New name of ${name}`}
      value={typed}
      autoFocus
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        if (event.key === 'Escape') onCancel();
      }}
    />
  );
}
