/** A Chromium that is on this machine whether or not Playwright is: named in TRIGGER_LAB_CHROMIUM, or the system's. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Chromium {
  readonly path: string;
  readonly source: 'environment' | 'system' | 'playwright';
}

export class ChromiumMissing extends Error {}

/** The headless shell first: it is what Playwright itself runs where no window is wanted, and takes half the time. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Null where there is none. Throws when TRIGGER_LAB_CHROMIUM names something that cannot be run. */
export function findChromiumHere(): Chromium | null {
  const named = process.env.TRIGGER_LAB_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) {
      throw new ChromiumMissing(`TRIGGER_LAB_CHROMIUM is ${named}, which is not a program that can be run.`);
    }
    return { path: named, source: 'environment' };
  }
  const system = onPath(SYSTEM_NAMES);
  return system === null ? null : { path: system, source: 'system' };
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
