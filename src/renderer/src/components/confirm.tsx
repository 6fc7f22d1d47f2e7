/** Asking before something that cannot be taken back: `if (await confirm({ … })) …`. `ConfirmHost` appears once in the app. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Question {
  readonly title: string;
  readonly message: string;
  /** The label of the button that confirms: a verb. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly danger?: boolean | undefined;
  /** It cannot be undone: the focus begins on the other button, and Enter pressed twice does nothing. */
  readonly isFinal?: boolean | undefined;
}

interface Asked extends Question {
  readonly answer: (goOn: boolean) => void;
}

const asked = createStore<{ readonly question: Asked | null }>(() => ({ question: null }));

/** Asks; resolves to true if the person confirms. A second question while one is open answers the first with no. */
export function confirm(question: Question): Promise<boolean> {
  asked.getState().question?.answer(false);
  return new Promise((resolve) => {
    const answer = (goOn: boolean) => {
      asked.setState({ question: null });
      resolve(goOn);
    };
    asked.setState({ question: { ...question, answer } });
  });
}

/** The words for leaving a form with unsaved text; for `useLeaveGuard`. */
export const askToDiscard = () =>
  confirm({
    title: 'Leave without saving?',
    message: 'What you typed here is not saved yet and would be lost.',
    confirmLabel: 'Discard',
    cancelLabel: 'Stay',
    danger: true,
  });

export function ConfirmHost() {
  const question = useStore(asked, (state) => state.question);
  return (
    <Modal
      opened={question !== null}
      onClose={() => question?.answer(false)}
      title={question?.title}
      size="sm"
      // Above any dialog that asks.
      zIndex={250}
    >
      {question !== null && (
        <>
          <Text size="sm" mb="md">
            {question.message}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              data-autofocus={question.isFinal || undefined}
              onClick={() => question.answer(false)}
            >
              {question.cancelLabel ?? 'Cancel'}
            </Button>
            <Button
              data-autofocus={!question.isFinal || undefined}
              {...(question.danger === true ? { color: 'red.9' } : {})}
              onClick={() => question.answer(true)}
            >
              {question.confirmLabel}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
