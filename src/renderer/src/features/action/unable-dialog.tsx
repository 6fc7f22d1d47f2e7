/** Asks why the Action cannot be completed; the words go to the Case owner (R47). */
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Action } from '../../../../shared/model.ts';
import { act } from '../../client/act.ts';
import { askToDiscard } from '../../components/confirm.tsx';
import { useLeaveGuard } from '../../stores/address.ts';

interface UnableDialogProps {
  readonly action: Action;
  readonly by: string | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function UnableDialog({ action, by, opened, onClose }: UnableDialogProps) {
  // Kept while the dialog is closed: Esc loses nothing.
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const text = reason.trim();
  useLeaveGuard(reason !== '', askToDiscard);
  const submit = async () => {
    setAsked(true);
    if (text === '') return;
    const done = await act({
      type: 'unable',
      action: action.ref,
      reason: text,
      ...(by === null ? {} : { by }),
    });
    if (done) setReason('');
    setAsked(false);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`Unable to complete ${action.title}`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Textarea
          label="Reason"
          description="The Action is closed as Not Done Successfully, and the Case owner is told."
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2_000}
          data-autofocus
          required
          withAsterisk={false}
          error={isAsked && text === '' ? 'Say why: the Case owner reads it.' : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red.9">
            Unable to complete
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
