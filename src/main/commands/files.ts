/** The scenario files that a command names, and what is in them. */
import { isUtf8 } from 'node:buffer';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ReadFile } from '../scenario/includes.ts';
import { type LoadedScenario, type LoadedScenarios, loadScenario, loadScenarios } from '../scenario/load.ts';
import { type LoadAsideOptions, loadAside } from '../scenario/load-aside.ts';
import { UsageError } from './exit-status.ts';

/** Files as given; a pattern that does not name a file stands for its matches, for shells that do not expand it. */
export function expandFiles(args: readonly string[]): string[] {
  if (args.length === 0) throw new UsageError('no file given');
  return args.flatMap((arg) => {
    if (!/[*?[\]{}]/.test(arg) || existsSync(arg)) return [arg];
    const matched = globSync(arg).sort();
    if (matched.length === 0) throw new UsageError(`no file matches ${arg}`);
    return matched;
  });
}

/** Reads and validates one file; one that cannot be read is a problem of line 1 like any other. Of its examples the first. */
export async function loadFile(file: string): Promise<LoadedScenario> {
  return loadFileBy(file, (text) => loadScenario(text, file, { readFile: readIncluded }));
}

/** The same with each of its examples as a scenario; `vars` take the place of defaults of its parameters. */
export async function loadScenariosOf(file: string, vars?: ReadonlyMap<string, unknown>): Promise<LoadedScenarios> {
  return loadFileBy(file, (text) => loadScenarios(text, file, { readFile: readIncluded, vars }));
}

/** The same where others wait meanwhile: a long file is loaded in a thread of its own. */
export async function loadFileAside(file: string, options: LoadAsideOptions): Promise<LoadedScenario> {
  return loadFileBy(file, (text) => loadAside(text, file, options));
}

async function loadFileBy<T>(file: string, load: (text: string) => T | Promise<T>): Promise<T | Wrong> {
  const read = await readText(file);
  if (typeof read === 'string') return load(read);
  return { ok: false, problems: [{ file, line: 1, column: 1, path: '$', message: read.problem }] };
}

type Wrong = Extract<LoadedScenarios, { ok: false }>;

/** The text of a file, or in words why it cannot be read. */
export async function readText(file: string): Promise<string | { readonly problem: string }> {
  try {
    return textOf(await readFile(file));
  } catch (error) {
    return whyNot(error);
  }
}

/** The same for what a file includes, read at once. */
const readIncluded: ReadFile = (file) => {
  try {
    return textOf(readFileSync(file));
  } catch (error) {
    return whyNot(error);
  }
};

const textOf = (bytes: Buffer) => (isUtf8(bytes) ? bytes.toString() : unreadable('it is not UTF-8 text'));

function whyNot(error: unknown): { readonly problem: string } {
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

function unreadable(why: string): { readonly problem: string } {
  return { problem: `cannot be read: ${why}` };
}
