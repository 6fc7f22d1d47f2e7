/** What all forms for speaking in a recording have in common. */
import { Button, Group, type MantineSpacing } from '@mantine/core';
import type { SpokenStep } from '../../../../shared/recording.ts';
import { saidHere } from '../../client/record.ts';
import { type RunForm, useRunForm } from '../../form/use-run-form.ts';
import { type Speaking, stopSpeaking } from '../../stores/recording-view.ts';
import type { CheckedStep } from './spoken-draft.ts';

type Before = Speaking['before'];

/** What is typed is kept nowhere; `kept` is what is said so far. */
export function useSpeakForm<Draft extends object>(
  before: Before,
  kept: Draft,
  check: (draft: Draft) => CheckedStep,
): RunForm<Draft, CheckedStep> {
  return useRunForm({ kept, keep: keepNothing, check, run: ({ step }) => step && void save(step, before) });
}

const keepNothing = () => undefined;

async function save(step: SpokenStep, before: Before): Promise<void> {
  if (await saidHere(step, before)) stopSpeaking();
}

export function SpeakButtons({ before, mt = 0 }: { readonly before: Before; readonly mt?: MantineSpacing }) {
  return (
    <Group justify="flex-end" gap="xs" mt={mt}>
      <Button variant="default" onClick={stopSpeaking}>
        Cancel
      </Button>
      <Button type="submit">{before === null ? 'Add' : 'Save'}</Button>
    </Group>
  );
}
