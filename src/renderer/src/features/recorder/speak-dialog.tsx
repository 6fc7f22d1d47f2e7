/** What a person says in a recording: a word, a chapter, a question. */
import { Modal, Textarea, TextInput } from '@mantine/core';
import { type Speaking, stopSpeaking, useRecordingView } from '../../stores/recording-view.ts';
import { QuestionForm } from './question-form.tsx';
import { SpeakButtons, useSpeakForm } from './speak-form.tsx';
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
          <QuestionForm before={speaking.before} />
        ) : (
          <TextForm kind={speaking.kind} before={speaking.before} />
        ))}
    </Modal>
  );
}

interface TextFormProps {
  readonly kind: 'say' | 'chapter';
  readonly before: Speaking['before'];
}

function TextForm({ kind, before }: TextFormProps) {
  const form = useSpeakForm(before, { text: textOf(before?.step) }, checkText[kind]);
  const props = { label: TITLES[kind].label, 'data-autofocus': true, ...form.field('text') };
  return (
    <form {...form.formProps}>
      {kind === 'say' ? <Textarea autosize minRows={3} maxRows={10} {...props} /> : <TextInput {...props} />}
      <SpeakButtons before={before} mt="md" />
    </form>
  );
}
