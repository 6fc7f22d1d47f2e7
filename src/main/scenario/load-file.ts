/** Scenario files on the disk, read and validated; one that cannot be read is a problem of line 1 like any other. */
import type { ReadFile } from './includes.ts';
import { type LoadedScenario, type LoadedScenarios, loadScenario, loadScenarios } from './load.ts';
import { readIncluded, readText } from './read-disk.ts';

export interface LoadFileOptions {
  /** Take the place of defaults of parameters; names that are no parameter of the file count for nothing. */
  readonly vars?: ReadonlyMap<string, unknown>;
  /** What the file holds; left out, it is read. */
  readonly text?: string | undefined;
  /** Told the name of every file that is read for it. */
  readonly onRead?: (file: string) => void;
}

/** One file; of its examples the first. */
export async function loadFile(file: string): Promise<LoadedScenario> {
  return loadFileBy(file, undefined, (text) => loadScenario(text, file, { readFile: readIncluded }));
}

/** One file with each of its examples as a scenario. */
export async function loadScenariosOf(file: string, options: LoadFileOptions = {}): Promise<LoadedScenarios> {
  const { vars, text, onRead } = options;
  const readFile: ReadFile = (included) => {
    onRead?.(included);
    return readIncluded(included);
  };
  onRead?.(file);
  // Read at once: most files are short, and a turn of the event loop takes longer than they do.
  return loadRead(file, text ?? readIncluded(file), (read) => loadScenarios(read, file, { readFile, vars }));
}

/** Reads a file, or takes its text, and loads it. */
export async function loadFileBy<T>(
  file: string,
  text: string | undefined,
  load: (text: string) => T | Promise<T>,
): Promise<T | Wrong> {
  return loadRead(file, text ?? (await readText(file)), load);
}

function loadRead<T>(
  file: string,
  read: string | { readonly problem: string },
  load: (text: string) => T | Promise<T>,
): T | Wrong | Promise<T> {
  if (typeof read === 'string') return load(read);
  return { ok: false, problems: [{ file, line: 1, column: 1, path: '$', message: read.problem }] };
}

type Wrong = Extract<LoadedScenarios, { ok: false }>;
