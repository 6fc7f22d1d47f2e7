/** The two places a workspace is kept in. */
import { join } from 'node:path';
import { DiskFiles } from './disk-files.ts';
import { LowdbStore } from './lowdb-store.ts';
import { MemoryFiles } from './memory-files.ts';
import { LOCK } from './names.ts';
import { FolderLock } from './writer-lock.ts';

/** A workspace in a folder, which is made when it is opened; one writer at a time. */
export function createDiskStore(folder: string): LowdbStore {
  return new LowdbStore(new DiskFiles(folder), { lock: new FolderLock(join(folder, LOCK)) });
}

/** A workspace in memory; a second store on the same files is the same workspace after a restart. */
export function createMemoryStore(files: MemoryFiles = new MemoryFiles()): LowdbStore {
  return new LowdbStore(files);
}
