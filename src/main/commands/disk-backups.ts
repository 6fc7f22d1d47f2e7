/** The workspaces in a data folder and their backups, with no need for the app to be running: listing them, restoring one, and erasing all. */
import type { Erased, Holdings } from '../../shared/erase-contract.ts';
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import type { WorkspaceInfo } from '../../shared/workspaces-contract.ts';
import { replaceStored } from '../runtime/replace-stored.ts';
import { Backups } from '../store/backups.ts';
import { createDiskWorkspaces } from '../store/create-store.ts';

/** All workspaces; `isOpen` says which one is open, or was last. Reads only: nobody who has the folder open is disturbed. */
export async function listDiskWorkspaces(dataDir: string): Promise<WorkspaceInfo[]> {
  const workspaces = createDiskWorkspaces(dataDir);
  await workspaces.look();
  return workspaces.list();
}

/** The last few saves of one of them, newest first. Reads only, too. */
export function listDiskBackups(dataDir: string, workspace: string): Promise<BackupInfo[]> {
  return new Backups(createDiskWorkspaces(dataDir).filesOf(workspace)).list();
}

/** The result of restoring: the number of the backup that holds what was there before, or why nothing was changed. */
export type Restored =
  | { readonly ok: true; readonly keptAs: number; readonly recovered: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Puts a backup into the place of its workspace. Rejects with a `StoreRefusal` while somebody else has the folder open. The
 * workspace must have a backup.
 */
export async function restoreDiskBackup(dataDir: string, workspace: string, saveNumber: number): Promise<Restored> {
  const workspaces = createDiskWorkspaces(dataDir);
  const damaged = await workspaces.open();
  const store = workspaces.storeOf(workspace);
  try {
    const { workspace: present, recovered, readOnly } = await store.open();
    if (readOnly !== null) return { ok: false, problem: readOnly };
    // Before anything is saved: that may remove the oldest one.
    const backup = await store.backup(saveNumber);
    if (backup === null) return { ok: false, problem: `There is no backup ${saveNumber} any more.` };
    if (typeof backup === 'string') return { ok: false, problem: backup };
    if (present === null) throw new Error('a backup is there, and no workspace was opened');
    await replaceStored(store, present, { ...backup, seq: present.seq });
    const [, kept] = await store.backups();
    if (!kept) throw new Error('what was there has left no backup');
    return { ok: true, keptAs: kept.saveNumber, recovered: [...damaged, ...recovered] };
  } finally {
    await store.close();
    await workspaces.close();
  }
}

/** All that is kept in a data folder. Reads only; a folder that is not there stays so. */
export async function holdingsOnDisk(dataDir: string): Promise<Holdings> {
  const workspaces = createDiskWorkspaces(dataDir);
  await workspaces.look();
  return workspaces.holdings();
}

/** Removes all that is kept in a data folder. Rejects with a `StoreRefusal` while somebody else has it open. */
export async function eraseDisk(dataDir: string): Promise<Erased> {
  const workspaces = createDiskWorkspaces(dataDir);
  await workspaces.acquire();
  try {
    const ofWindow = await workspaces.eraseWindow();
    await workspaces.condemn(null);
    const { fileCount, bytes, failed, left } = await workspaces.eraseCondemned();
    return {
      fileCount: ofWindow.fileCount + fileCount,
      bytes: ofWindow.bytes + bytes,
      failed: [...ofWindow.failed, ...failed],
      left,
    };
  } finally {
    await workspaces.close();
  }
}
