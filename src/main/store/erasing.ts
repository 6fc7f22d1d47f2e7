/**
 * *Erase everything*: what of a data folder is Trigger Lab's, and removing it. A file that cannot be removed stops nothing: the others
 * go, and it is named with why. Links are not followed.
 */
import type { Erased, Holdings } from '../../shared/erase-contract.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import { meaningOf } from './failure.ts';
import type { StoreFiles } from './files.ts';
import { deletedIn, IN_A_PROFILE, isBackup, isLock, isOwnFile, isOwnFolder, isRun, WINDOW } from './own-files.ts';

/** What lies in a data folder. Paths are relative to it, with `/`. */
export interface Survey {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Folders of ours, each after all that lie in it. */
  readonly folders: readonly string[];
  /** What is not ours; a folder ends with `/`. */
  readonly left: readonly string[];
}

/** Which part of what is ours. */
export type Part = 'window' | 'all but the window';

/** Looks at all that lies in the data folder. */
export async function survey(files: StoreFiles, part?: Part): Promise<Survey> {
  const found = { files: [] as { path: string; bytes: number }[], folders: [] as string[], left: [] as string[] };
  const look = async (folder: string, isWindow: boolean): Promise<void> => {
    for (const { name, kind, bytes } of await files.entries(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isLock(path)) continue;
      const isOfWindow = isWindow || (path === WINDOW && kind === 'folder' && (await isProfile(files)));
      const isWanted = part === undefined || (part === 'window') === isOfWindow;
      if (kind === 'folder' && (isOfWindow || isOwnFolder(path))) {
        if (!isWanted) continue;
        await look(path, isOfWindow);
        found.folders.push(path);
      } else if (isOfWindow || (kind === 'file' && isOwnFile(path))) {
        if (isWanted) found.files.push({ path, bytes });
      } else found.left.push(kind === 'folder' ? `${path}/` : path);
    }
  };
  await look('', false);
  return found;
}

async function isProfile(files: StoreFiles): Promise<boolean> {
  const names = await files.list(WINDOW);
  return names.length === 0 || names.some((name) => IN_A_PROFILE.has(name));
}

/** In numbers, for a person who is asked; the names are those of the workspaces. */
export function holdingsOf({ files, left }: Survey, folder: string, workspaces: readonly string[]): Holdings {
  const deleted = new Set(files.flatMap(({ path }) => deletedIn(path) ?? []));
  return {
    folder,
    workspaces: [...workspaces],
    // Those of the deleted ones go with them.
    backupCount: files.filter(({ path }) => isBackup(path) && deletedIn(path) === null).length,
    runCount: files.filter(({ path }) => isRun(path)).length,
    deletedCount: deleted.size,
    hasWindow: files.some(({ path }) => path.startsWith(`${WINDOW}/`)),
    fileCount: files.length,
    bytes: bytesOf(files),
    left: [...left],
  };
}

/** Removes what was found, but the files that are `kept`, and then the folders that are empty. */
export async function eraseFound(
  files: StoreFiles,
  found: Survey,
  isKept: (path: string) => boolean = () => false,
): Promise<Erased> {
  const removed: { readonly bytes: number }[] = [];
  const failed: string[] = [];
  for (const file of found.files) {
    if (isKept(file.path)) continue;
    const why = await whyNot(files.remove(file.path));
    if (why === null) removed.push(file);
    else failed.push(`${file.path}: ${why}`);
  }
  for (const folder of found.folders) {
    // One that holds what is kept, or what is not ours, stays; that is said of what it holds.
    const why = await whyNot(files.removeFolder(folder));
    if (why !== null) failed.push(`${folder}/: ${why}`);
  }
  return { fileCount: removed.length, bytes: bytesOf(removed), failed, left: [...found.left] };
}

/** Why the disk did not do it; `null` where it did. */
async function whyNot(job: Promise<void>): Promise<string | null> {
  try {
    await job;
    return null;
  } catch (error) {
    if (error instanceof StoreFailure) return meaningOf(error.cause ?? error);
    throw error;
  }
}

const bytesOf = (files: readonly { readonly bytes: number }[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
