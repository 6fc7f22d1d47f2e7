/** `--watch`: runs again whenever one of the files, or what they include, is saved. */
import { once } from 'node:events';
import { type FSWatcher, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { counted } from '../../shared/counted.ts';
import { plainText } from '../../shared/plain-text.ts';
import { loadScenariosOf } from '../scenario/load-file.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import type { Output } from './output.ts';

/** Editors save in several strokes: so long it must be quiet before the files are read. */
const QUIET_MS = 50;

/** Runs once, and again after every change, until `stop` aborts; resolves to the status of the last run. */
export async function watching(
  filesOf: () => readonly string[],
  run: () => Promise<ExitStatus>,
  output: Output,
  stop: AbortSignal,
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.passed;
  // Wrong usage at the start is the caller's to tell.
  let files = filesOf();
  while (!stop.aborted) {
    const watched = await filesReadBy(files);
    const change = changeOf(watched, stop);
    try {
      status = await orToldWrongUsage(run, output);
      output.err(`Watching ${counted(watched.size, 'file')}; Ctrl+C ends.\n`);
      await change.happened;
    } finally {
      change.close();
    }
    try {
      files = filesOf();
    } catch (error) {
      // A file may be away for a moment.
      if (!(error instanceof UsageError)) throw error;
    }
  }
  return status;
}

async function orToldWrongUsage(run: () => Promise<ExitStatus>, output: Output): Promise<ExitStatus> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.err(`trigger-lab: ${plainText(error.message)}\n`);
    return EXIT.wrongUsage;
  }
}

/** The files themselves, and what they include. */
async function filesReadBy(files: readonly string[]): Promise<ReadonlySet<string>> {
  const read = new Set<string>();
  for (const file of files) await loadScenariosOf(file, { onRead: (each) => void read.add(resolve(each)) });
  return read;
}

interface Change {
  readonly happened: Promise<void>;
  close(): void;
}

/** Folders are watched: an editor that saves by renaming would take a watched file away. */
function changeOf(files: ReadonlySet<string>, stop: AbortSignal): Change {
  const { promise, resolve: happen } = Promise.withResolvers<void>();
  let quiet: NodeJS.Timeout | undefined;
  const folders = new Set([...files].map((file) => dirname(file)));
  const watchers: FSWatcher[] = [...folders].map((folder) =>
    watch(folder, (_, name) => {
      if (name !== null && !files.has(join(folder, name)) && !/\.ya?ml$/i.test(name)) return;
      clearTimeout(quiet);
      quiet = setTimeout(happen, QUIET_MS);
    }),
  );
  if (stop.aborted) happen();
  else void once(stop, 'abort').then(() => happen());
  return {
    happened: promise,
    close: () => {
      clearTimeout(quiet);
      for (const watcher of watchers) watcher.close();
    },
  };
}
