/** A question for the class: two to five answers, which one is right, and why. */
import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { LEAST_ANSWERS, MOST_ANSWERS } from '../../../../shared/audience-steps.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { IconClose } from '../../components/icons.tsx';
import type { Speaking } from '../../stores/recording-view.ts';
import classes from './recorder.module.css';
import { SpeakButtons, useSpeakForm } from './speak-form.tsx';
import { checkQuestion, newAnswer, questionDraft } from './spoken-draft.ts';

export function QuestionForm({ before }: { readonly before: Speaking['before'] }) {
  const form = useSpeakForm(before, questionDraft(before?.step), checkQuestion);
  const { answers, right } = form.draft;
  const problem = form.errorOf('right');
  return (
    <form {...form.formProps}>
      <Stack gap="sm">
        <Textarea label="Question" autosize minRows={2} maxRows={6} data-autofocus {...form.field('question')} />
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" size="sm" fw={600}>
            Answers: choose the right one
          </Text>
          <Stack gap={6} mt={4}>
            {answers.map(({ id }, index) => (
              <div key={id} className={classes.answer}>
                <Radio
                  className={classes.right ?? ''}
                  name="right"
                  aria-label={`Answer ${index + 1} is right`}
                  aria-invalid={problem !== undefined}
                  checked={right === id}
                  onChange={() => form.set('right', id)}
                />
                <TextInput aria-label={`Answer ${index + 1}`} {...form.field(`answers.${index}.text`)} />
                <IconButton
                  name={`Remove answer ${index + 1}`}
                  icon={IconClose}
                  disabled={answers.length <= LEAST_ANSWERS}
                  onClick={() => form.remove('answers', index)}
                />
              </div>
            ))}
          </Stack>
          {problem !== undefined && (
            <Text size="sm" c="red" role="alert" mt={4}>
              {problem}
            </Text>
          )}
        </fieldset>
        <Group>
          <Button
            size="compact-xs"
            variant="default"
            disabled={answers.length >= MOST_ANSWERS}
            onClick={() => form.insert('answers', newAnswer())}
          >
            Add an answer
          </Button>
        </Group>
        <Textarea
          label="Because"
          description="Why it is right; shown with the answer. Blank: nothing."
          autosize
          minRows={1}
          maxRows={6}
          {...form.field('because')}
        />
        <SpeakButtons before={before} />
      </Stack>
    </form>
  );
}
