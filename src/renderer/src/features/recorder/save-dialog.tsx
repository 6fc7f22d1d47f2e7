/** What the file of a recording is called, and what it becomes: a scenario or a lesson. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { recordingTitle } from '../../../../shared/recorder-contract.ts';
import { type RecordingHead, saveRecording, useIsRecording } from '../../client/record.ts';
import { type Checked, problemsIn } from '../../form/problems.ts';
import { unlessBlank } from '../../form/rows.ts';
import { SchemaField } from '../../form/schema-field.tsx';
import { useRunForm } from '../../form/use-run-form.ts';
import { stopSaving, useRecordingView } from '../../stores/recording-view.ts';

interface Draft {
  readonly title: string;
  readonly summary: string;
  /** With commas between. */
  readonly tags: string;
}

interface CheckedHead extends Checked {
  readonly head: Omit<RecordingHead, 'isLesson'> | null;
}

const BLANK: Draft = { title: '', summary: '', tags: '' };
/** Kept while the dialog is closed. */
let kept = BLANK;
const keep = (draft: Draft) => {
  kept = draft;
};

function checkHead({ title, summary, tags }: Draft): CheckedHead {
  const words = tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const { data, error } = recordingTitle.safeParse({
    title,
    ...unlessBlank('summary', summary, (text) => text),
    ...(words.length === 0 ? {} : { tags: words }),
  });
  return { head: data ?? null, problems: problemsIn(error?.issues ?? []) };
}

export function SaveDialog() {
  const { isSaving } = useRecordingView();
  const isRecording = useIsRecording();
  return (
    <Modal
      opened={isSaving}
      onClose={stopSaving}
      title={isRecording ? 'Save the recording' : 'Save what was done so far'}
    >
      {isSaving && <SaveForm />}
    </Modal>
  );
}

function SaveForm() {
  const isLesson = useRef(true);
  const form = useRunForm({
    kept,
    keep,
    check: checkHead,
    run: async ({ head }) => {
      if (head === null || !(await saveRecording({ ...head, isLesson: isLesson.current }))) return;
      kept = BLANK;
      stopSaving();
    },
  });
  const as = (lesson: boolean) => () => {
    isLesson.current = lesson;
  };
  return (
    <form {...form.formProps}>
      <Stack gap="sm">
        <SchemaField schema={recordingTitle.shape.title} path="title" form={form} />
        <SchemaField schema={recordingTitle.shape.summary} path="summary" form={form} />
        <TextInput label="Tags" description="Words to find it by, with commas between." {...form.field('tags')} />
        <Text size="sm" c="dimmed">
          The file is downloaded, and opened as a workspace of its own.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={stopSaving}>
            Cancel
          </Button>
          <Button type="submit" variant="default" onClick={as(false)}>
            Save as scenario
          </Button>
          <Button type="submit" onClick={as(true)}>
            Save as lesson
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
