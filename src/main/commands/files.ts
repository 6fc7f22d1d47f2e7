/** The scenario files that a command names. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beside } from '../scenario/includes.ts';
import { type LoadAsideOptions, type LoadedExample, loadAside } from '../scenario/load-aside.ts';
import { loadFileBy } from '../scenario/load-file.ts';
import { readYaml } from '../scenario/yaml-source.ts';
import { UsageError } from './exit-status.ts';
import { holdsScenario } from './holds-scenario.ts';

/** Stands for standard input. */
export const STANDARD_INPUT = '-';

/**
 * Files as given; a pattern that does not name a file stands for its matches, for shells that do not expand it, and a folder for the
 * scenario files in it and below it. What is found so and included by another file of the run is a part of that one.
 */
export function expandFiles(args: readonly string[]): string[] {
  if (args.length === 0) throw new UsageError('no file given');
  if (args.filter((arg) => arg === STANDARD_INPUT).length > 1) throw new UsageError('- is given twice');
  const found = args.flatMap((arg) => {
    if (isFolder(arg)) return filesIn(arg).map((file) => ({ file, isNamed: false }));
    if (!/[*?[\]{}]/.test(arg) || existsSync(arg)) return [{ file: arg, isNamed: true }];
    const matched = globSync(arg).sort();
    if (matched.length === 0) throw new UsageError(`no file matches ${arg}`);
    return matched.map((file) => ({ file, isNamed: false }));
  });
  if (found.every(({ isNamed }) => isNamed)) return found.map(({ file }) => file);
  const parts = new Set(found.flatMap(({ file }) => includesOf(file)));
  const whole = found.filter(({ file, isNamed }) => isNamed || !parts.has(resolve(file)));
  // Files that include each other are all wrong, and told so.
  return (whole.length === 0 ? found : whole).map(({ file }) => file);
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    // What is wrong with it is told when it is read.
    return false;
  }
}

/**
 * In the order of their names. Hidden folders and `node_modules` are nobody's scenarios, nor is a `.json` file that holds something
 * else.
 */
function filesIn(folder: string): string[] {
  const files = globSync('**/*.{yaml,yml,json}', { cwd: folder, exclude: (name) => /^\.|^node_modules$/.test(name) })
    .map((name) => join(folder, name))
    .filter((file) => !isFolder(file) && (!file.endsWith('.json') || holdsScenario(file)))
    .sort();
  if (files.length === 0)
    throw new UsageError(`${folder}: no scenario file in it, expected .yaml, .yml or .json files`);
  return files;
}

/** The files that one includes itself, as absolute paths; of one that cannot be read none. */
function includesOf(file: string): string[] {
  try {
    const text = readFileSync(file, 'utf8');
    // Most files include nothing: they are not read twice.
    if (!/\binclude\b/.test(text)) return [];
    const source = readYaml(text, file);
    const { include } = Array.isArray(source) ? {} : ((source.value ?? {}) as { include?: unknown });
    return Array.isArray(include) ? include.map((name) => resolve(beside(file, String(name)))) : [];
  } catch {
    return [];
  }
}

/** One file; of its examples the first. A long one is loaded in a thread of its own, so that others need not wait. */
export async function loadFileAside(file: string, options: LoadAsideOptions): Promise<LoadedExample> {
  return loadFileBy(file, undefined, (text) => loadAside(text, file, { ...options, includes: true }));
}

/** All of standard input, where one of the files is that. */
export async function readStandardInput(
  files: readonly string[],
  stdin: (() => Promise<string>) | undefined,
): Promise<string | undefined> {
  if (!files.includes(STANDARD_INPUT)) return undefined;
  if (stdin === undefined) throw new UsageError('-: there is no standard input');
  return stdin();
}
