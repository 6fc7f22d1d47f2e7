/** Making an External API: a new one from a preset, or a clone of one there is. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { apiUrl, type ExternalApi, externalApi } from '../../../../shared/definitions.ts';
import { API_PRESETS, type ApiPreset, PRESET_WORDS, presetBehaviour } from '../../../../views/api/api-presets.ts';
import { afterPress } from '../../components/after-press.ts';
import { sentence } from '../../components/sentence.ts';
import { create, namesIn } from '../../definition-list/definition-verbs.ts';
import { NameDialog } from '../../definition-list/name-dialog.tsx';
import { copyName } from '../../definition-list/new-name.ts';
import { navigate, paths } from '../../stores/address.ts';
import { useWorld } from '../../stores/workspace.ts';
import { presentInstant } from './editor/presets-menu.tsx';

/** What is to be made: something new, or a clone of the API of this name. */
export type Wanted = { readonly cloneOf: string | null };

interface NewApiDialogProps {
  readonly wanted: Wanted;
  readonly onClose: () => void;
}

export function NewApiDialog({ wanted: { cloneOf }, onClose }: NewApiDialogProps) {
  const world = useWorld();
  const original = cloneOf === null ? undefined : world.externalApis.get(cloneOf)?.definition;
  const [url, setUrl] = useState(original?.url ?? '');
  const [wasLeft, setLeft] = useState(false);
  const [preset, setPreset] = useState<ApiPreset>('Healthy');
  const problem = urlProblem(url);
  const submit = async (name: string) => {
    const value: ExternalApi = { ...(original ?? presetBehaviour(preset, presentInstant())), url: url.trim() };
    const isMade = await create({ section: 'externalApis', name, value: z.encode(externalApi, value) });
    if (isMade) navigate(paths.externalApi(name));
    return isMade;
  };
  return (
    <NameDialog
      title={cloneOf === null ? 'New External API' : `Clone the External API “${cloneOf}”`}
      section="externalApis"
      suggestion={cloneOf === null ? '' : copyName(cloneOf, namesIn('externalApis'))}
      help="How Action types and files refer to it"
      verb={cloneOf === null ? 'Create' : 'Clone'}
      isReady={problem === undefined}
      isTouched={url !== (original?.url ?? '')}
      onTried={() => setLeft(true)}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="URL"
        placeholder="https://erp.example.test/invoices"
        description="The address of the system that this stands for: it is shown with every call. Nothing is sent there, unless it is a loopback address and you make it real."
        spellCheck={false}
        autoComplete="off"
        value={url}
        error={wasLeft ? problem : undefined}
        onBlur={() => url !== '' && afterPress(() => setLeft(true))}
        onChange={(event) => setUrl(event.currentTarget.value)}
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
    </NameDialog>
  );
}

function urlProblem(text: string): string | undefined {
  const message = apiUrl.safeParse(text.trim()).error?.issues[0]?.message;
  return message === undefined ? undefined : sentence(message);
}
