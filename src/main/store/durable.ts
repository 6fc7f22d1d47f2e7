/** Making the disk keep what it was told: fsync of files and of the folders that name them. */
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

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
