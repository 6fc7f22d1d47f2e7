/** The field for the token, and what was wrong with it. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { enter } from '../../client/entry.ts';

export function TokenForm() {
  const [given, setGiven] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isTrying, setTrying] = useState(false);
  const submit = async () => {
    setTrying(true);
    setProblem(await enter(given));
    setTrying(false);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        label="Address or token"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        autoFocus
        error={problem}
        errorProps={{ role: 'alert' }}
        value={given}
        onChange={(event) => {
          setGiven(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={isTrying}>
          Open Trigger Lab
        </Button>
      </Group>
    </form>
  );
}
