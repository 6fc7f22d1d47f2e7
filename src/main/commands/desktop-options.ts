import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultDataDir } from './data-dir.ts';

export interface DesktopOptions {
  readonly dataDir: string;
  /** A file to open as the workspace, as an absolute path: the app that runs already may be in another folder. */
  readonly scenario: string | null;
}

/**
 * What concerns the app on Electron's command line; the rest is for Electron, or for `serve`. A scenario file may stand there
 * by itself, as a path or a `file:` address: so the system starts the app when such a file is opened. An option
 * without its value is said in a sentence: the workspace of another folder must not open in its place.
 */
export function parseDesktopArgs(args: readonly string[]): DesktopOptions | { readonly wrong: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'data-dir': { type: 'string' }, scenario: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const { 'data-dir': dataDir, scenario } = values;
  if (!isValue(dataDir)) return { wrong: '--data-dir: expected a folder' };
  if (!isValue(scenario)) return { wrong: '--scenario: expected a file' };
  const file = scenario ?? positionals.find((each) => /\.ya?ml$/i.test(each));
  return { dataDir: dataDir ?? defaultDataDir(), scenario: file === undefined ? null : pathOf(file) };
}

/** A desktop hands over addresses where it starts an app from a file; one that leads to no path is left to be refused as a file. */
function pathOf(file: string): string {
  try {
    return file.startsWith('file://') ? fileURLToPath(file) : resolve(file);
  } catch {
    return resolve(file);
  }
}

/** Left out, or followed by something that is not another option. */
function isValue(value: string | boolean | undefined): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value !== '' && !value.startsWith('--'));
}
