/** Undo and Redo for what is configured; each says what it is about. */
import { Button } from '@mantine/core';
import type { Edit } from '../../../shared/edits.ts';
import { editInWords } from '../../../views/words/edit-words.ts';
import { redoEdit, undoEdit } from '../client/undo.ts';
import { useWorkspace } from '../stores/workspace.ts';

export function UndoButtons() {
  const undone = useWorkspace(({ world }) => world?.edits.undone.at(-1));
  const done = useWorkspace(({ world }) => world?.edits.done.at(-1));
  return (
    <Button.Group>
      <EditButton name="Undo" keys="Ctrl Z" edit={done} run={undoEdit} />
      <EditButton name="Redo" keys="Ctrl Shift Z" edit={undone} run={redoEdit} />
    </Button.Group>
  );
}

interface EditButtonProps {
  readonly name: string;
  readonly keys: string;
  readonly edit: Edit | undefined;
  readonly run: () => Promise<void>;
}

function EditButton({ name, keys, edit, run }: EditButtonProps) {
  return (
    <Button
      size="xs"
      variant="default"
      disabled={edit === undefined}
      title={edit === undefined ? `Nothing to ${name.toLowerCase()}` : `${name}: ${editInWords(edit)} (${keys})`}
      onClick={() => void run()}
    >
      {name}
    </Button>
  );
}
