/** Opening a scenario in the editor. What is typed there and not saved is not replaced unasked. */
import { confirm } from '../components/confirm.tsx';
import { navigate, paths } from '../stores/address.ts';
import { editorDraft, isUnsaved, openDraft } from '../stores/editor-draft.ts';
import { attempt } from './act.ts';
import { client } from './client.ts';

interface ScenarioFile {
  readonly fileName: string;
  readonly text: string;
}

/** UTF-16 units of a text that the editor still follows key by key. */
const LONGEST_EDITED = 100_000;

const EMPTY: ScenarioFile = { fileName: 'scenario.yaml', text: 'title: New scenario\n\nsteps: []\n' };

/** Shows a file's text in the editor; false where it stays as it was. */
export async function editText({ fileName, text }: ScenarioFile): Promise<boolean> {
  if (text.length > LONGEST_EDITED) {
    const limit = LONGEST_EDITED.toLocaleString('en');
    await attempt(
      Promise.reject(new Error(`${fileName} is too long for the editor: expected at most ${limit} characters.`)),
    );
    return false;
  }
  const { draft } = editorDraft.getState();
  if (isUnsaved(draft) && !(await askToReplace(draft?.fileName ?? ''))) return false;
  openDraft(fileName, text);
  navigate(paths.scenarioEditor);
  return true;
}

export const editEmpty = () => editText(EMPTY);

/** The current workspace as a scenario file. */
export async function editWorkspace(): Promise<void> {
  const file = await attempt(client().scenarios.export());
  if (file !== null) await editText(file);
}

/** A copy of a scenario of the library. */
export async function editLibrary(id: string): Promise<void> {
  const file = await attempt(client().scenarios.text({ id }));
  if (file !== null) await editText(file);
}

const askToReplace = (fileName: string) =>
  confirm({
    title: 'Replace what is in the editor?',
    message: `What you typed in ${fileName} is not saved to a file and would be lost.`,
    confirmLabel: 'Replace',
    cancelLabel: 'Keep it',
    danger: true,
  });
