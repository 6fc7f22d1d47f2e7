/** Undo and Redo for what is configured; each says what it is about. */
import { Button } from '@mantine/core';
import { nextToRedo, nextToUndo } from '../../../shared/edits.ts';
import { editsInWords } from '../../../views/words/edit-words.ts';
import { redoEdit, undoEdit } from '../client/undo.ts';
import { useWorkspace } from '../stores/workspace.ts';

export function UndoButtons() {
  const undone = useWorkspace(({ world }) => world && editsInWords(nextToRedo(world.edits))) ?? '';
  const done = useWorkspace(({ world }) => world && editsInWords(nextToUndo(world.edits))) ?? '';
  return (
    <Button.Group>
      <EditButton name="Undo" keys="Ctrl Z" edits={done} run={undoEdit} />
      <EditButton name="Redo" keys="Ctrl Shift Z" edits={undone} run={redoEdit} />
    </Button.Group>
  );
}

interface EditButtonProps {
  readonly name: string;
  readonly keys: string;
  /** In words; empty where there are none. */
  readonly edits: string;
  readonly run: () => Promise<void>;
}

function EditButton({ name, keys, edits, run }: EditButtonProps) {
  return (
    <Button
      size="xs"
      variant="default"
      disabled={edits === ''}
      title={edits === '' ? `Nothing to ${name.toLowerCase()}` : `${name}: ${edits} (${keys})`}
      onClick={() => void run()}
    >
      {name}
    </Button>
  );
}
