/** Undo and Redo for what is configured; each says what it is about. */
import { Button } from '@mantine/core';
import { NO_EDITS, nextToRedo, nextToUndo } from '../../../shared/edits.ts';
import { editsInWords } from '../../../views/words/edit-words.ts';
import { keysHere } from '../client/keys-here.ts';
import { redoEdit, undoEdit } from '../client/undo.ts';
import { useWorkspace } from '../stores/workspace.ts';

export function UndoButtons() {
  const edits = useWorkspace(({ world }) => world?.edits ?? NO_EDITS);
  return (
    <Button.Group>
      <EditButton
        name="Undo"
        keys={keysHere('edit.undo').join(' ')}
        edits={editsInWords(nextToUndo(edits))}
        run={undoEdit}
      />
      <EditButton
        name="Redo"
        keys={keysHere('edit.redo').join(' ')}
        edits={editsInWords(nextToRedo(edits))}
        run={redoEdit}
      />
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
