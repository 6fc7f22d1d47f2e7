import { parseArgs } from 'node:util';
import { defaultDataDir } from './data-dir.ts';

export interface DesktopOptions {
  readonly dataDir: string;
  /** A file to open as the workspace. */
  readonly scenario: string | null;
}

/** What concerns the app among all that stands on Electron's command line; the rest is for Electron, or for `serve`. */
export function parseDesktopArgs(args: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { 'data-dir': { type: 'string' }, scenario: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const { 'data-dir': dataDir, scenario } = values;
  return {
    dataDir: typeof dataDir === 'string' && dataDir !== '' ? dataDir : defaultDataDir(),
    scenario: typeof scenario === 'string' ? scenario : null,
  };
}
