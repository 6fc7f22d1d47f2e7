import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { StoreRefusal } from '../store/refusal.ts';

/** Linux's file systems that show the system's state and keep no files, by the magic numbers of statfs(2). */
const PSEUDO_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x9fa0, 'proc'],
  [0x62656572, 'sysfs'],
  [0x64626720, 'debugfs'],
  [0x74726163, 'tracefs'],
  [0x73636673, 'securityfs'],
  [0x62656570, 'configfs'],
  [0x6e736673, 'nsfs'],
  [0xcafe4a11, 'bpf'],
  [0x1cd1, 'devpts'],
  [0x27e0eb, 'cgroup'],
  [0x63677270, 'cgroup2'],
]);

/**
 * Refuses a data folder in a pseudo file system: making a folder there neither succeeds nor ends. A `StoreRefusal`,
 * like every folder that cannot be used.
 */
export async function refusePseudoFileSystem(dataDir: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const found = PSEUDO_FILE_SYSTEMS.get(await typeAt(resolve(dataDir)));
  if (found === undefined) return;
  const message = `${dataDir} cannot be used: it is in the ${found} file system, which does not keep files. Expected a folder on a disk.`;
  throw new StoreRefusal('unusable', message);
}

/** The type of the file system that holds a folder, or would. */
async function typeAt(folder: string): Promise<number> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await statfs(at).catch(() => null);
    if (found) return found.type;
    // What cannot be looked at is for the store to refuse.
    if (at === dirname(at)) return 0;
  }
}
