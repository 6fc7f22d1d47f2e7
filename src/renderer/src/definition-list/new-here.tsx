/** Making one right in its list: a name, Enter, and the next. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { WORDS } from '../../../shared/word-table.ts';
import type { DefinitionText } from '../form/checked-definition.ts';
import { useUnsaved } from '../form/unsaved.ts';
import { create, namesIn } from './definition-verbs.ts';
import classes from './new-here.module.css';
import { nameProblem } from './new-name.ts';

interface NewHereProps {
  readonly section: 'queues' | 'users';
  /** What is made of the name. */
  readonly definitionOf: (name: string) => DefinitionText;
}

export function NewHere({ section, definitionOf }: NewHereProps) {
  const [typed, setTyped] = useState('');
  const [wasTried, setTried] = useState(false);
  /** While one is being made: resolves to true once it exists. */
  const [making, setMaking] = useState<Promise<boolean> | null>(null);
  const name = typed.trim();
  const problem = nameProblem(section, name, namesIn(section));
  useUnsaved(name !== '', making);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || making !== null) return;
    const made = create(definitionOf(name));
    setMaking(made);
    const isMade = await made;
    setMaking(null);
    if (!isMade) return;
    // What was typed meanwhile is the next name.
    setTyped((now) => (now === typed ? '' : now));
    setTried(false);
  };
  return (
    <form className={classes.row} noValidate onSubmit={(event) => void submit(event)}>
      <TextInput
        className={classes.field}
        aria-label={`Name of the new ${WORDS.definition[section].noun}`}
        placeholder={`Name of the new ${WORDS.definition[section].noun}`}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        error={wasTried ? problem : null}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (event.currentTarget.value === '') setTried(false);
        }}
        onBlur={() => setTried(name !== '')}
      />
      <Button type="submit" variant="default" size="sm">
        New {WORDS.definition[section].noun}
      </Button>
    </form>
  );
}
