/** Files on the disk as scenarios read them: UTF-8 text, or in words why it cannot be read. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ReadFile } from './includes.ts';

interface Unreadable {
  readonly problem: string;
}

/** The text of a file. */
export async function readText(file: string): Promise<string | Unreadable> {
  try {
    return textOf(await readFile(file));
  } catch (error) {
    return whyNot(error);
  }
}

/** The same at once: what a scenario includes, which is short. */
export const readIncluded: ReadFile = (file) => {
  try {
    return textOf(readFileSync(file));
  } catch (error) {
    return whyNot(error);
  }
};

const textOf = (bytes: Buffer) => (isUtf8(bytes) ? bytes.toString() : unreadable('it is not UTF-8 text'));

function whyNot(error: unknown): Unreadable {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return unreadable(REASONS[code] ?? message);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you do not have permission to read it',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links form a loop',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
};

function unreadable(why: string): Unreadable {
  return { problem: `cannot be read: ${why}` };
}
