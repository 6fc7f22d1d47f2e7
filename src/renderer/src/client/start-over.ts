/** A file out of the workspace, or another workspace in its place: from the Scenarios screen and the palette alike. */
import { counted } from '../../../shared/counted.ts';
import { confirm } from '../components/confirm.tsx';
import { saveFile } from '../components/save-file.ts';
import { attempt, showDone } from './act.ts';
import { client } from './client.ts';
import { openWorkspace } from './workspaces.ts';

/** The current workspace as a scenario file, and each future that was left as another one. */
export async function exportWorkspace(): Promise<void> {
  const file = await attempt(client().scenarios.export());
  const futures = file && (await attempt(client().scenarios.exportFutures()));
  if (file === null || futures === null) return;
  for (const each of [file, ...futures]) saveFile(each.fileName, each.text);
  const others = futures.length === 0 ? '' : `, and ${counted(futures.length, 'other future')} beside it`;
  showDone(`The workspace was exported as ${file.fileName}${others}.`);
}

export const WORKSPACES = {
  sample: {
    label: 'Sample workspace',
    open: () => client().workspace.openSample({ keepsCurrent: true }),
    done: 'The sample workspace is open.',
  },
  empty: {
    label: 'Empty workspace',
    open: () => client().workspace.openEmpty({ keepsCurrent: true }),
    done: 'An empty workspace is open.',
  },
} as const;

/** Asks, then opens it as another workspace. */
export async function startOver(which: keyof typeof WORKSPACES): Promise<void> {
  const { label, open, done } = WORKSPACES[which];
  const goOn = await confirm({
    title: `Start over with the ${label.toLowerCase()}?`,
    message: `It opens as another workspace. “${openWorkspace().name}” stays as it is among your workspaces.`,
    confirmLabel: 'Start over',
  });
  if (goOn && (await attempt(open())) !== null) showDone(done);
}
