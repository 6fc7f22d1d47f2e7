/**
 * Files that a command writes (scenario-format.md, *The runner*): never over a scenario file, never through a link, and whole
 * or not at all.
 */
import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, lstat, open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSameFile, replaceFile, unlessMissing } from '../store/durable.ts';
import { UsageError } from './exit-status.ts';
import { holdsScenario } from './holds-scenario.ts';
import type { Output } from './output.ts';

/** Stands for standard output. */
const STANDARD_OUTPUT = '-';

/** Endings that only scenario files have. `.json` is a report's too: what is in it decides. */
const SCENARIO_ENDING = /\.ya?ml$/i;
const JSON_ENDING = /\.json$/i;
/** What an option names to be written, checked. */
export interface WriteTarget {
  /** Writes the whole text; a `UsageError` where that fails, and then the file is as it was. */
  write(text: string): Promise<void>;
  /** A file has only what was written last, standard output everything; devices and pipes should be written to once. */
  readonly kind: 'file' | 'output' | 'device';
}

/**
 * Where `option` may write its file, asked before anything is played. A `UsageError` says why not: the file is one of the
 * `inputs` (by whichever name or link), has the ending of a scenario file, holds a scenario, is a link or a folder, or lies
 * where nothing can be written. Devices and pipes are written to as they are.
 */
export async function writeTarget(
  option: string,
  file: string,
  inputs: readonly string[],
  output: Output,
): Promise<WriteTarget> {
  if (file === STANDARD_OUTPUT) return { write: async (text) => output.out(text), kind: 'output' };
  const refuse = (why: string): never => {
    throw new UsageError(`${option} ${file}: ${why}`);
  };
  if (file === '') refuse('expected a file, or - for standard output');
  if (SCENARIO_ENDING.test(file)) refuse('has the ending of a scenario file, expected another such as .txt or .xml');
  try {
    const there = await unlessMissing(stat(file));
    if (there?.isDirectory()) refuse('is a folder, expected a file');
    if (there && !there.isFile()) return direct(option, file);
    const input = there && (await sameFile(there, inputs));
    if (input) refuse(`is one of the input files (${input}), expected a file of its own`);
    const isLink = (await unlessMissing(lstat(file)))?.isSymbolicLink();
    if (isLink) refuse('is a link, expected a file, or - for standard output');
    if (there && JSON_ENDING.test(file) && holdsScenario(file)) {
      refuse('holds a scenario, expected a report or a new file');
    }
    if (there) await access(file, constants.W_OK);
    await access(dirname(file), constants.W_OK);
  } catch (error) {
    throw unwritable(option, file, error);
  }
  return { write: (text) => atomically(option, file, text), kind: 'file' };
}

/** The input that is this very file; links, upper and lower case and hard links make no difference. */
async function sameFile(there: Stats, inputs: readonly string[]): Promise<string | undefined> {
  for (const input of inputs) {
    // One that cannot be examined is reported when it is read.
    const other = await stat(input).catch(() => null);
    if (other && isSameFile(there, other)) return input;
  }
  return undefined;
}

function direct(option: string, file: string): WriteTarget {
  return {
    kind: 'device',
    write: async (text) => {
      try {
        await writeFile(file, text);
      } catch (error) {
        throw unwritable(option, file, error);
      }
    },
  };
}

/** Writes a file of its own beside it, which takes its place once it is whole. */
async function atomically(option: string, file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const mode = (await unlessMissing(stat(file)))?.mode;
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replaceFile(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw unwritable(option, file, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'its folder is a file',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links form a loop',
};

/** A place where nothing can be written is a mistake of whoever named it. */
export function unwritable(option: string, file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError || code === undefined) return error;
  return new UsageError(`${option} ${file}: cannot be written: ${REASONS[code] ?? code}`, { cause: error });
}
