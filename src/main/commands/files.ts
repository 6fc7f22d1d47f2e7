/** The scenario files that a command names, and what is in them. */
import { isUtf8 } from 'node:buffer';
import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type LoadedScenario, loadScenario } from '../scenario/load.ts';
import { UsageError } from './exit-status.ts';

/** Files as given; a pattern that is no file's name stands for what it matches, for shells that leave it be. */
export function expandFiles(args: readonly string[]): string[] {
  if (args.length === 0) throw new UsageError('no file given');
  return args.flatMap((arg) => {
    if (!/[*?[\]{}]/.test(arg) || existsSync(arg)) return [arg];
    const matched = globSync(arg).sort();
    if (matched.length === 0) throw new UsageError(`no file matches ${arg}`);
    return matched;
  });
}

/** Reads and validates one file; one that cannot be read is a problem of line 1 like any other. */
export async function loadFile(file: string): Promise<LoadedScenario> {
  try {
    const bytes = await readFile(file);
    return isUtf8(bytes) ? loadScenario(bytes.toString(), file) : unreadable(file, 'it is not UTF-8 text');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code] ?? message;
    return unreadable(file, why);
  }
}

function unreadable(file: string, why: string): LoadedScenario {
  return { ok: false, problems: [{ file, line: 1, column: 1, path: '$', message: `cannot be read: ${why}` }] };
}
