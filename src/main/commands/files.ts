/** The scenario files that a command names, and what is in them. */
import { existsSync, globSync } from 'node:fs';
import { type LoadedScenario, type LoadedScenarios, loadScenario, loadScenarios } from '../scenario/load.ts';
import { type LoadAsideOptions, loadAside } from '../scenario/load-aside.ts';
import { readIncluded, readText } from '../scenario/read-disk.ts';
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
  return loadFileBy(file, (text) => loadAside(text, file, { ...options, includes: true }));
}

async function loadFileBy<T>(file: string, load: (text: string) => T | Promise<T>): Promise<T | Wrong> {
  const read = await readText(file);
  if (typeof read === 'string') return load(read);
  return { ok: false, problems: [{ file, line: 1, column: 1, path: '$', message: read.problem }] };
}

type Wrong = Extract<LoadedScenarios, { ok: false }>;
