/** Loads scenario texts without keeping anybody waiting: long ones in a thread of their own, for a limited time. */
import type { PlayedExamples } from '../runtime/ports.ts';
import { type Reading, readBeside } from './files-beside.ts';
import { inThread, type ThreadOptions } from './in-thread.ts';
import type { ReadFile } from './includes.ts';
import { type LoadedScenario, loadScenarios, type ReadScenario } from './load.ts';
import { type Fault, locateProblem } from './problem.ts';
import { readIncluded } from './read-disk.ts';

export interface LoadAsideOptions extends Partial<ThreadOptions>, Reading {
  /** The file that the thread runs (`scenario-worker`); `null` loads in this thread, however long that takes. */
  readonly workerUrl: URL | null;
}

type Wrong = Extract<LoadedScenario, { ok: false }>;
/** One example of a file; `examples` where it has more. */
export type LoadedExample = ({ readonly ok: true; readonly examples?: PlayedExamples } & ReadScenario) | Wrong;

/** UTF-16 units that are read sooner than a thread is started. */
export const SHORT_TEXT = 100_000;

const LIMIT_MS = 30_000;

/** The same as `loadExample`; a text that takes too long or too much memory has that as its problem. */
export async function loadAside(text: string, fileName: string, options: LoadAsideOptions): Promise<LoadedExample> {
  const { workerUrl, limitMs = LIMIT_MS, signal, ...reading } = options;
  if (workerUrl === null || text.length <= SHORT_TEXT) return loadExample(text, fileName, reading);
  const task = { does: 'load', text, fileName, reading } as const;
  const loaded = await inThread<LoadedExample>(workerUrl, task, { limitMs, signal });
  return 'fault' in loaded ? refusedFile(fileName, loaded.fault) : loaded;
}

/** One example of a file, and what it takes to load another one. */
export function loadExample(text: string, fileName: string, reading: Reading = {}): LoadedExample {
  const { includes = false, beside, example: number = 1 } = reading;
  const read = new Map<string, string>();
  const from = beside ? readBeside(beside) : includes ? readIncluded : undefined;
  const readFile: ReadFile | undefined = from && ((path) => noted(path, from(path)));
  const noted = (path: string, found: ReturnType<ReadFile>) => {
    if (typeof found === 'string') read.set(path, found);
    return found;
  };
  const loaded = loadScenarios(text, fileName, { readFile });
  if (!loaded.ok) return loaded;
  const { scenarios } = loaded;
  const scenario = scenarios[number - 1];
  if (scenario === undefined) {
    const what = `found ${scenarios.length === 1 ? 'one scenario' : `${scenarios.length} examples`}, not example ${number}`;
    return refusedFile(fileName, { what });
  }
  if (scenarios.length === 1) return { ok: true, ...scenario };
  const titles = scenarios.map(({ title }) => title);
  const named = [...read].map(([path, found]) => ({ fileName: path, text: found }));
  return { ok: true, ...scenario, examples: { fileName, beside: named, titles, number } };
}

/** A file that could not be dealt with as a whole. */
export function refusedFile(fileName: string, fault: Omit<Fault, 'path'>): Wrong {
  return { ok: false, problems: [locateProblem(fileName, { line: 1, column: 1 }, { path: [], ...fault })] };
}
