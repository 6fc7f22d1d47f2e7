/** The backups in a folder, with no need for its app to be running: listing them, and restoring one. */
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import { replaceStored } from '../runtime/replace-stored.ts';
import { Backups } from '../store/backups.ts';
import { createDiskStore } from '../store/create-store.ts';
import { DiskFiles } from '../store/disk-files.ts';

/** The last few saves, newest first. Reads only: nobody who has the folder open is disturbed. */
export function listDiskBackups(folder: string): Promise<BackupInfo[]> {
  return new Backups(new DiskFiles(folder)).list();
}

/** The result of restoring: the number of the backup that holds what was there before, or why nothing was changed. */
export type Restored =
  | { readonly ok: true; readonly keptAs: number; readonly recovered: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Puts a backup into the place of the workspace in its folder. Rejects with a `StoreRefusal` while somebody else has it open. The
 * folder must hold a backup.
 */
export async function restoreDiskBackup(folder: string, saveNumber: number): Promise<Restored> {
  const store = createDiskStore(folder);
  const { workspace: present, recovered, readOnly } = await store.open();
  try {
    if (readOnly !== null) return { ok: false, problem: readOnly };
    // Before anything is saved: that may remove the oldest one.
    const backup = await store.backup(saveNumber);
    if (backup === null) return { ok: false, problem: `There is no backup ${saveNumber} any more.` };
    if (typeof backup === 'string') return { ok: false, problem: backup };
    if (present === null) throw new Error('a backup is there, and no workspace was opened');
    await replaceStored(store, present, { ...backup, seq: present.seq });
    const [, kept] = await store.backups();
    if (!kept) throw new Error('what was there has left no backup');
    return { ok: true, keptAs: kept.saveNumber, recovered };
  } finally {
    await store.close();
  }
}
