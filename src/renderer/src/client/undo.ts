/** Undoing and redoing edits of what is configured, from wherever one is. */
import { type Edit, NO_EDITS, nextToRedo, nextToUndo } from '../../../shared/edits.ts';
import { editsInWords } from '../../../views/words/edit-words.ts';
import { followName } from '../stores/view.ts';
import { workspace } from '../stores/workspace.ts';
import { act, showDone } from './act.ts';

/** Takes the latest edit back; says what it was, or why it cannot be. */
export async function undoEdit(): Promise<void> {
  const edits = nextToUndo(workspace.getState().world?.edits ?? NO_EDITS);
  if (!(await act({ type: 'undoEdit' })) || edits.length === 0) return;
  for (const { from, to } of edits.flatMap(personRenamed)) followName(to, from);
  showDone(`Undone: ${editsInWords(edits)}.`);
}

/** Makes the edit again that was undone last. */
export async function redoEdit(): Promise<void> {
  const edits = nextToRedo(workspace.getState().world?.edits ?? NO_EDITS);
  if (!(await act({ type: 'redoEdit' })) || edits.length === 0) return;
  for (const { from, to } of edits.flatMap(personRenamed)) followName(from, to);
  showDone(`Redone: ${editsInWords(edits)}.`);
}

const personRenamed = ({ section, name, renamedTo }: Edit) =>
  section === 'users' && renamedTo !== undefined ? [{ from: name, to: renamedTo }] : [];
