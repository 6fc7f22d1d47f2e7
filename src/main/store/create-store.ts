/** The two places workspaces are kept in. */
import { join } from 'node:path';
import { DiskFiles } from './disk-files.ts';
import { LowdbStore } from './lowdb-store.ts';
import { MemoryFiles } from './memory-files.ts';
import { LOCK } from './names.ts';
import { SubFiles } from './sub-files.ts';
import { WorkspaceFolders } from './workspace-folders.ts';
import { FolderLock } from './writer-lock.ts';

/** The workspaces in a data folder, which is made when they are opened; one process at a time. */
export function createDiskWorkspaces(dataDir: string): WorkspaceFolders {
  return new WorkspaceFolders(new DiskFiles(dataDir), {
    lock: new FolderLock(join(dataDir, LOCK)),
    storeIn: (folder, lock) => new LowdbStore(new DiskFiles(join(dataDir, folder)), { lock }),
  });
}

/** Workspaces in memory; others on the same files are the same after a restart. */
export function createMemoryWorkspaces(files: MemoryFiles): WorkspaceFolders {
  return new WorkspaceFolders(files, {
    storeIn: (folder) => new LowdbStore(folder === '' ? files : new SubFiles(files, folder)),
  });
}

/** A workspace in a folder, which is made when it is opened; one writer at a time. */
export function createDiskStore(folder: string): LowdbStore {
  return new LowdbStore(new DiskFiles(folder), { lock: new FolderLock(join(folder, LOCK)) });
}

/** A workspace in memory; a second store on the same files is the same workspace after a restart. */
export function createMemoryStore(files: MemoryFiles = new MemoryFiles()): LowdbStore {
  return new LowdbStore(files);
}
