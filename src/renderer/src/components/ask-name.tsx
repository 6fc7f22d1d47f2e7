/** Asking for a name: `const name = await askName({ … })`. `AskNameHost` stands once in the app. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ZodType } from 'zod';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { workspaceName } from '../../../shared/workspaces-contract.ts';
import { sentence } from './sentence.ts';

interface Question {
  readonly title: string;
  /** What stands in the field at first. */
  readonly name: string;
  /** What the button that goes on says. */
  readonly verb: string;
  /** What it can be called; a workspace's name without it. */
  readonly schema?: ZodType<string>;
}

interface Asked extends Question {
  readonly answer: (name: string | null) => void;
}

const asked = createStore<{ readonly question: Asked | null }>(() => ({ question: null }));

/** Asks for a name; `null` where the person does not go on. A second question answers the first with that. */
export function askName(question: Question): Promise<string | null> {
  asked.getState().question?.answer(null);
  return new Promise((resolve) => {
    const answer = (name: string | null) => {
      asked.setState({ question: null });
      resolve(name);
    };
    asked.setState({ question: { ...question, answer } });
  });
}

export function AskNameHost() {
  const question = useStore(asked, (state) => state.question);
  return (
    <Modal opened={question !== null} onClose={() => question?.answer(null)} title={question?.title} size="sm">
      {question !== null && <NameForm key={question.title} question={question} />}
    </Modal>
  );
}

function NameForm({ question: { name, verb, schema = workspaceName, answer } }: { readonly question: Asked }) {
  const [typed, setTyped] = useState(name);
  const [wasTried, setTried] = useState(false);
  const parsed = schema.safeParse(typed);
  const problem = parsed.success ? null : sentence(parsed.error.issues[0]?.message ?? 'expected a name');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (parsed.success) answer(parsed.data);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label="Name"
          value={typed}
          data-autofocus
          spellCheck={false}
          autoComplete="off"
          error={wasTried ? problem : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => answer(null)}>
            Cancel
          </Button>
          <Button type="submit">{verb}</Button>
        </Group>
      </Stack>
    </form>
  );
}
