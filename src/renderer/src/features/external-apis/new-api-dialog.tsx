/** Making an external API: a new one from a preset, or a clone of one there is. */
import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { apiUrl, type ExternalApi, externalApi } from '../../../../shared/definitions.ts';
import { name as nameSchema } from '../../../../shared/field-kinds.ts';
import { API_PRESETS, type ApiPreset, PRESET_WORDS, presetBehaviour } from '../../../../views/api/api-presets.ts';
import { act, showDone } from '../../client/act.ts';
import { afterPress } from '../../components/after-press.ts';
import { askToDiscard } from '../../components/confirm.tsx';
import { sentence } from '../../components/sentence.ts';
import { navigate, paths } from '../../stores/address.ts';
import { useWorld } from '../../stores/workspace.ts';
import { presentInstant } from './editor/presets-menu.tsx';
import classes from './external-apis.module.css';

/** What is to be made: something new, or a clone of the API of this name. */
export type Wanted = { readonly cloneOf: string | null };

interface NewApiDialogProps {
  readonly wanted: Wanted | null;
  readonly onClose: () => void;
}

export function NewApiDialog({ wanted, onClose }: NewApiDialogProps) {
  const [isDirty, setDirty] = useState(false);
  const end = () => {
    setDirty(false);
    onClose();
  };
  const close = async () => {
    if (!isDirty || (await askToDiscard())) end();
  };
  const title =
    wanted === null || wanted.cloneOf === null ? 'New external API' : `Clone of external API ${wanted.cloneOf}`;
  return (
    // Below the question whether to discard what was typed.
    <Modal opened={wanted !== null} onClose={() => void close()} title={title} size="md" zIndex={190}>
      {wanted !== null && <NewApiForm cloneOf={wanted.cloneOf} onDirty={() => setDirty(true)} onDone={end} />}
    </Modal>
  );
}

interface NewApiFormProps {
  readonly cloneOf: string | null;
  readonly onDirty: () => void;
  readonly onDone: () => void;
}

type Field = 'name' | 'url';

function NewApiForm({ cloneOf, onDirty, onDone }: NewApiFormProps) {
  const { world } = useWorld();
  const original = cloneOf === null ? undefined : world.externalApis.get(cloneOf)?.definition;
  const [name, setName] = useState(() => (cloneOf === null ? '' : freeName(cloneOf, world.externalApis)));
  const [url, setUrl] = useState(original?.url ?? '');
  const [preset, setPreset] = useState<ApiPreset>('Healthy');
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const [busy, setBusy] = useState(false);
  const problems = { name: nameProblem(name, world.externalApis), url: urlProblem(url) };

  const bind = (field: Field, value: string, set: (text: string) => void) => ({
    value,
    spellCheck: false,
    autoComplete: 'off',
    error: left.has(field) ? problems[field] : undefined,
    onBlur: () => value !== '' && afterPress(() => setLeft((before) => new Set(before).add(field))),
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => {
      set(event.currentTarget.value);
      onDirty();
    },
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set<Field>(['name', 'url']));
    if (problems.name !== undefined || problems.url !== undefined || busy) return;
    setBusy(true);
    const value: ExternalApi = { ...(original ?? presetBehaviour(preset, presentInstant())), url: url.trim() };
    const definition = { section: 'externalApis' as const, name: name.trim(), value: z.encode(externalApi, value) };
    const isMade = await act({ type: 'createDefinition', definition });
    setBusy(false);
    if (!isMade) return;
    showDone(`${definition.name} made.`);
    onDone();
    navigate(paths.externalApi(definition.name));
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.stack}>
        <TextInput
          label="Name"
          data-autofocus
          description="How Action types and files refer to it"
          {...bind('name', name, setName)}
        />
        <TextInput
          label="URL"
          placeholder="https://erp.example.test/invoices"
          description="Simulated: nothing is sent there, unless it is a loopback address and you make it real"
          {...bind('url', url, setUrl)}
        />
        {original === undefined && (
          <NativeSelect
            label="Preset"
            data={[...API_PRESETS]}
            description={PRESET_WORDS[preset]}
            value={preset}
            onChange={(event) => setPreset(event.currentTarget.value as ApiPreset)}
          />
        )}
      </div>
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={busy}>
          {original === undefined ? 'Create' : 'Clone'}
        </Button>
      </Group>
    </form>
  );
}

type Known = { readonly has: (name: string) => boolean };

/** `erp 2`, or the next number that is free. */
function freeName(original: string, known: Known): string {
  for (let number = 2; ; number += 1) if (!known.has(`${original} ${number}`)) return `${original} ${number}`;
}

function nameProblem(text: string, known: Known): string | undefined {
  const name = text.trim();
  if (known.has(name)) return `There is an external API ${name} already. Choose another name.`;
  const message = nameSchema.safeParse(name).error?.issues[0]?.message;
  return message === undefined ? undefined : sentence(message);
}

function urlProblem(text: string): string | undefined {
  const message = apiUrl.safeParse(text.trim()).error?.issues[0]?.message;
  return message === undefined ? undefined : sentence(message);
}
