/** Loads scenario texts without keeping anybody waiting: long ones in a thread of their own, for a limited time. */
import type { ComposeOptions } from './compose.ts';
import { inThread, type ThreadOptions } from './in-thread.ts';
import { type LoadedScenario, loadScenario } from './load.ts';
import { type Fault, locateProblem } from './problem.ts';
import { readIncluded } from './read-disk.ts';

export interface LoadAsideOptions extends Partial<ThreadOptions> {
  /** The file that the thread runs (`scenario-worker`); `null` loads in this thread, however long that takes. */
  readonly workerUrl: URL | null;
  /** Whether the file is on the disk, so that what it names beside itself can be read. Default false. */
  readonly includes?: boolean;
}

/** UTF-16 units that are read sooner than a thread is started. */
export const SHORT_TEXT = 100_000;

const LIMIT_MS = 30_000;

/** The same as `loadScenario`; a text that takes too long or too much memory has that as its problem. */
export async function loadAside(text: string, fileName: string, options: LoadAsideOptions): Promise<LoadedScenario> {
  const { workerUrl, includes = false, limitMs = LIMIT_MS, signal } = options;
  if (workerUrl === null || text.length <= SHORT_TEXT) return loadScenario(text, fileName, reading(includes));
  const task = { does: 'load', text, fileName, includes } as const;
  const loaded = await inThread<LoadedScenario>(workerUrl, task, { limitMs, signal });
  return 'fault' in loaded ? refusedFile(fileName, loaded.fault) : loaded;
}

/** How a file is read whose includes may be read. */
export const reading = (includes = false): ComposeOptions => (includes ? { readFile: readIncluded } : {});

/** A file that could not be dealt with as a whole. */
export function refusedFile(fileName: string, fault: Omit<Fault, 'path'>): Extract<LoadedScenario, { ok: false }> {
  return { ok: false, problems: [locateProblem(fileName, { line: 1, column: 1 }, { path: [], ...fault })] };
}
