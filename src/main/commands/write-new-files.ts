/** Files that a command makes in a folder that somebody may have other things in. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './exit-status.ts';
import { unwritable } from './write-target.ts';

interface NewFile {
  readonly fileName: string;
  readonly text: string;
}

/**
 * Makes the folder where it is not there, and writes the files into it; answers with their paths. A `UsageError` where one of them is there
 * already, and then none is written; or where nothing can be written.
 */
export async function writeNewFiles(option: string, folder: string, files: readonly NewFile[]): Promise<string[]> {
  if (folder === '') throw new UsageError(`${option}: expected a folder`);
  const there = files.find(({ fileName }) => existsSync(join(folder, fileName)));
  if (there !== undefined) {
    throw new UsageError(`${option} ${folder}: ${there.fileName} is there already, expected a folder without it`);
  }
  try {
    await mkdir(folder, { recursive: true });
    for (const { fileName, text } of files) await writeFile(join(folder, fileName), text, { flag: 'wx' });
  } catch (error) {
    throw unwritable(option, folder, error);
  }
  return files.map(({ fileName }) => join(folder, fileName));
}
