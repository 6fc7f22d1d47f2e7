/** Naming what is about to be made or cloned; other fields may follow the name. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Section } from '../../../shared/edits.ts';
import { afterPress } from '../components/after-press.ts';
import { askToDiscard } from '../components/confirm.tsx';
import { namesIn } from './definition-verbs.ts';
import { nameProblem } from './new-name.ts';

interface NameDialogProps {
  readonly title: string;
  readonly section: Section;
  /** What the field holds at first. */
  readonly suggestion?: string | undefined;
  /** What is renamed has this name, and may keep it. */
  readonly ownName?: string | undefined;
  readonly help?: ReactNode;
  /** What its button says: a verb. */
  readonly verb: string;
  /** Further fields. */
  readonly children?: ReactNode;
  /** Whether the further fields are right; where they are not, they say so themselves once `onTried` was called. */
  readonly isReady?: boolean | undefined;
  readonly onTried?: (() => void) | undefined;
  /** Whether further fields hold something that would be lost. */
  readonly isTouched?: boolean | undefined;
  /** Makes it; true closes the dialog. */
  readonly onSubmit: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

export function NameDialog(props: NameDialogProps) {
  const {
    title,
    section,
    suggestion = '',
    ownName,
    help,
    verb,
    children,
    isReady = true,
    isTouched = false,
    onTried,
    onSubmit,
    onClose,
  } = props;
  const [typed, setTyped] = useState(suggestion);
  const [wasLeft, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const name = typed.trim();
  const problem = name === ownName ? null : nameProblem(section, name, namesIn(section));

  const close = async () => {
    if ((name !== suggestion || isTouched) && !(await askToDiscard())) return;
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLeft(true);
    onTried?.();
    if (problem !== null) field.current?.focus();
    if (problem !== null || !isReady || busy) return;
    setBusy(true);
    const isDone = await onSubmit(name);
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    // Below the question whether to discard what was typed.
    <Modal opened onClose={() => void close()} title={title} zIndex={190}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            ref={field}
            label="Name"
            value={typed}
            data-autofocus
            spellCheck={false}
            autoComplete="off"
            description={help}
            error={wasLeft ? problem : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => typed !== '' && afterPress(() => setLeft(true))}
          />
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => void close()}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
