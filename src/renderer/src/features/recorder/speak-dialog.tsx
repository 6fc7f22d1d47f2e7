/** What a person says in a recording: a word, a chapter, a question. */
import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import type { SpokenStep } from '../../../../shared/recording.ts';
import { saidHere } from '../../client/record.ts';
import { useRunForm } from '../../form/use-run-form.ts';
import { type Speaking, stopSpeaking, useRecordingView } from '../../stores/recording-view.ts';
import { QuestionForm } from './question-form.tsx';
import { checkText, textOf } from './spoken-draft.ts';

const TITLES = {
  say: { add: 'Say here', reword: 'Say it in other words', label: 'What is told' },
  chapter: { add: 'Chapter here', reword: 'Rename the chapter', label: 'Title of the chapter' },
  ask: { add: 'Ask here', reword: 'Ask in other words', label: 'Question' },
} as const;

export function SpeakDialog() {
  const { speaking } = useRecordingView();
  const titles = speaking && TITLES[speaking.kind];
  return (
    <Modal
      opened={speaking !== null}
      onClose={stopSpeaking}
      title={titles && (speaking.before === null ? titles.add : titles.reword)}
    >
      {speaking !== null &&
        (speaking.kind === 'ask' ? (
          <QuestionForm speaking={speaking} save={(step) => save(step, speaking)} />
        ) : (
          <TextForm kind={speaking.kind} speaking={speaking} />
        ))}
    </Modal>
  );
}

async function save(step: SpokenStep, { before }: Speaking): Promise<void> {
  if (await saidHere(step, before)) stopSpeaking();
}

const keepNothing = () => undefined;

function TextForm({ kind, speaking }: { readonly kind: 'say' | 'chapter'; readonly speaking: Speaking }) {
  const form = useRunForm({
    kept: { text: textOf(speaking.before?.step) },
    keep: keepNothing,
    check: checkText[kind],
    run: ({ step }) => step && void save(step, speaking),
  });
  const props = { label: TITLES[kind].label, 'data-autofocus': true, ...form.field('text') };
  return (
    <form {...form.formProps}>
      {kind === 'say' ? <Textarea autosize minRows={3} maxRows={10} {...props} /> : <TextInput {...props} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={stopSpeaking}>
          Cancel
        </Button>
        <Button type="submit">{speaking.before === null ? 'Add' : 'Save'}</Button>
      </Group>
    </form>
  );
}
