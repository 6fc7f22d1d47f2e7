/** What can be done with workspaces, from the menu, the list and the palette alike. */
import type { WorkspaceInfo } from '../../../shared/workspaces-contract.ts';
import { askName } from '../components/ask-name.tsx';
import { confirm } from '../components/confirm.tsx';
import { announce } from '../stores/announcement.ts';
import { workspace } from '../stores/workspace.ts';
import { attempt, showDone } from './act.ts';
import { client } from './client.ts';

type Named = Pick<WorkspaceInfo, 'id' | 'name'>;

/** The workspace that is open. */
export const openWorkspace = (): Named => workspace.getState().workspace;

/** Opens another workspace; the current one stays as it is. */
export async function switchTo({ id, name }: Named): Promise<void> {
  if ((await attempt(client().workspaces.open({ id }))) !== null) announce(`“${name}” is open.`);
}

/** Returns to what was open before. */
export async function returnToWorkspace(): Promise<void> {
  const result = await attempt(client().workspaces.back());
  if (result?.moved === true) announce(`“${openWorkspace().name}” is open.`);
}

/** Dismisses the offer to return. */
export async function stayHere(): Promise<void> {
  await attempt(client().workspaces.stay());
}

/** Asks for another name; true where the workspace has it. */
export async function renameWorkspace({ id, name }: Named): Promise<boolean> {
  const wanted = await askName({ title: `Rename the workspace “${name}”`, name, verb: 'Rename' });
  if (wanted === null || wanted === name) return false;
  return (await attempt(client().workspaces.rename({ id, name: wanted }))) !== null;
}

/** Copies a workspace; true where it did. The copy of the open one is opened. */
export async function duplicateWorkspace({ id }: Named): Promise<boolean> {
  const isOpen = id === openWorkspace().id;
  const copy = await attempt(client().workspaces.duplicate({ id }));
  if (copy === null) return false;
  if (isOpen) await switchTo(copy);
  else showDone(`“${copy.name}” was made.`);
  return true;
}

/** Asks by its name, then deletes a workspace that is not open; true where it did. */
export async function removeWorkspace({ id, name }: Named): Promise<boolean> {
  const goOn = await confirm({
    title: `Delete the workspace “${name}”?`,
    message: 'It leaves this list with its backups. Its files are moved to the folder “deleted” in the data folder.',
    confirmLabel: 'Delete',
    danger: true,
  });
  if (!goOn || (await attempt(client().workspaces.remove({ id }))) === null) return false;
  showDone(`“${name}” was deleted.`);
  return true;
}

/** Asks, then puts a backup of the open workspace into its place; true where it did. */
export async function restoreBackup(saveNumber: number, savedAt: string): Promise<boolean> {
  const goOn = await confirm({
    title: `Restore the backup of ${savedAt}?`,
    message: `It replaces “${openWorkspace().name}” as it is now. You can return to that.`,
    confirmLabel: 'Restore',
  });
  if (!goOn || (await attempt(client().workspace.restore({ saveNumber }))) === null) return false;
  showDone(`The backup of ${savedAt} was restored.`);
  return true;
}
