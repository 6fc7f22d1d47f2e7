/** Files that come together, as from a window: one of them is the scenario, and it finds the others by their names. */
import { listed } from '../../views/words/listed.ts';
import type { FileText } from '../runtime/ports.ts';
import { isForIncluding, type ReadFile } from './includes.ts';
import { locateProblem, type Problem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

/** Where what a file names is read, and which of its examples is meant. */
export interface Reading {
  /** Whether the file is on the disk, so that what it names beside itself can be read. Default false. */
  readonly includes?: boolean | undefined;
  /** The files that it may name, where it is not on the disk. */
  readonly beside?: readonly FileText[] | undefined;
  /** From 1, which is the default; another number than that of an example is a problem. */
  readonly example?: number | undefined;
}

const NOT_CHOSEN =
  'is not here: choose it together with this file, or open this file from the disk, by trigger-lab serve --scenario FILE';

const baseOf = (path: string) => path.replace(/^.*[/\\]/, '');

/** Reads what a file names among `files`: by path, else by name, for a window does not learn the folders of what is chosen. */
export function readBeside(files: readonly FileText[]): ReadFile {
  return (path) => {
    const found =
      files.find(({ fileName }) => fileName === path) ??
      files.find(({ fileName }) => baseOf(fileName) === baseOf(path));
    return found?.text ?? { problem: NOT_CHOSEN };
  };
}

/** The one that plays something, or what is wrong where not exactly one does. `files` has at least one; a single one it is in any case. */
export function scenarioAmong(files: readonly FileText[]): FileText | Problem[] {
  const [first] = files as readonly [FileText];
  if (files.length === 1) return first;
  const read = files.filter(({ fileName }) => !/\.csv$/i.test(fileName)).map((file) => ({ file, kind: kindOf(file) }));
  const playing = read.filter(({ kind }) => kind === 'plays');
  // One that cannot be read says so where it is included.
  const candidates = playing.length > 0 ? playing : read.filter(({ kind }) => kind === 'wrong');
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return only.file;
  const found = candidates.length === 0 ? 'none' : listed(candidates.map(({ file }) => file.fileName));
  const fault = { path: [], found, expected: 'one scenario among the files, and what it includes' };
  return [locateProblem((only?.file ?? first).fileName, { line: 1, column: 1 }, fault)];
}

function kindOf({ fileName, text }: FileText): 'plays' | 'included' | 'wrong' {
  const source = readYaml(text, fileName);
  if (Array.isArray(source)) return 'wrong';
  return isForIncluding(source.value) ? 'included' : 'plays';
}
