/** Undoing and redoing edits of what is configured, from wherever one is. */
import { editInWords } from '../../../views/words/edit-words.ts';
import { followName } from '../stores/view.ts';
import { workspace } from '../stores/workspace.ts';
import { act, showDone } from './act.ts';

/** Takes the latest edit back; says what it was, or why it cannot be. */
export async function undoEdit(): Promise<void> {
  const edit = workspace.getState().world?.edits.done.at(-1);
  if (!(await act({ type: 'undoEdit' })) || !edit) return;
  if (edit.section === 'users' && edit.renamedTo !== undefined) followName(edit.renamedTo, edit.name);
  showDone(`Undone: ${editInWords(edit)}.`);
}

/** Makes the edit again that was undone last. */
export async function redoEdit(): Promise<void> {
  const edit = workspace.getState().world?.edits.undone.at(-1);
  if (!(await act({ type: 'redoEdit' })) || !edit) return;
  if (edit.section === 'users' && edit.renamedTo !== undefined) followName(edit.name, edit.renamedTo);
  showDone(`Redone: ${editInWords(edit)}.`);
}
