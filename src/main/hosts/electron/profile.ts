/** The profile of the app's window: a folder that Electron has in use as long as it runs, so that only the next start can remove it. */
import { mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Beside the profile: it is to be removed before it is used again. */
const markOf = (profileDir: string) => `${profileDir}.erase`;

/**
 * Makes the profile's folder, since Electron takes none that is not there; first it removes the one that was to be erased. To be called
 * before Electron uses it. While it `isInUse` a later start removes it.
 */
export function prepareProfile(profileDir: string, isInUse: boolean): void {
  // Of two starts at once only that one removes it which takes the mark away.
  if (!isInUse && takeMark(profileDir)) rmSync(profileDir, { recursive: true, force: true });
  mkdirSync(profileDir, { recursive: true });
}

/** Has the next start remove the profile; it is in use. */
export function eraseProfileLater(profileDir: string): void {
  mkdirSync(dirname(profileDir), { recursive: true });
  writeFileSync(markOf(profileDir), '', { mode: 0o600 });
}

function takeMark(profileDir: string): boolean {
  try {
    unlinkSync(markOf(profileDir));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
