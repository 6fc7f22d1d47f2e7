/** Making the disk keep what it was told: fsync of files and of the folders that name them. */
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** For their owner's eyes only. */
const FOLDER_MODE = 0o700;

/** Makes a folder with its parents, for its owner alone, and has the disk keep it. */
export async function ensureFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  if (firstMade !== undefined) await syncFolder(dirname(firstMade));
}

/** Has the disk keep which names a folder holds: a new or renamed file is lost in a power cut without it. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; NTFS journals its names itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a rename on Windows fails with while another program has one of the files open. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** A virus scanner or an indexer has a fresh file open for a moment; so many times it is waited for, each time longer: 1.3 s in all. */
const TRIES = 8;

/**
 * Renames a file over another. On Windows that fails while any program has one of them open, and right after writing one often has: there
 * it is tried again for a second. The options are for tests.
 */
export async function replaceFile(
  from: string,
  to: string,
  { renameOnce = rename, platform = process.platform, wait = pause as (ms: number) => Promise<unknown> } = {},
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await renameOnce(from, to);
    } catch (error) {
      if (platform !== 'win32' || tries === TRIES || !HELD.has(errorCode(error) ?? '')) throw error;
    }
    await wait(5 * 2 ** tries);
  }
}

/** As much of `Stats` as tells one file from another. */
interface FileIdentity {
  readonly dev: number;
  readonly ino: number;
}

/**
 * Whether two looks were at the same file, by whichever name. On Windows a look by name and one by handle may call the same disk by
 * different numbers (libuv before 1.51): there the file's own number decides. `platform` is for tests.
 */
export function isSameFile(one: FileIdentity, other: FileIdentity, platform = process.platform): boolean {
  return one.ino === other.ino && (platform === 'win32' || one.dev === other.dev);
}

/** The code of a system error such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What `read` gives, or `null` where the file or folder is not there. */
export async function unlessMissing<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
