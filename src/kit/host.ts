/** Where a test runs: in a browser, or in the desktop app where that can be started. */
import { existsSync } from 'node:fs';

import { electronBinary, hasDisplay } from '../main/desktop/electron-binary.ts';

export type Host = 'browser' | 'desktop';

/** `electron`: the binary to start, or null for a browser. */
export interface FoundHost {
  readonly electron: string | null;
  /** Which it is, and why, in one line. */
  readonly sentence: string;
}

/** What is there of the desktop app. Throws where there is no binary at `electronPath`; null looks for the one that npm has fetched. */
export function findDesktop(electronPath: string | null): FoundHost {
  if (electronPath !== null) {
    if (!existsSync(electronPath)) throw new Error(`electronPath: there is no file ${electronPath}.`);
    return { electron: electronPath, sentence: `desktop, in ${electronPath}` };
  }
  const electron = electronBinary();
  if (electron === null) return { electron, sentence: 'browser: Electron’s binary has not been fetched here' };
  if (!hasDisplay()) return { electron: null, sentence: 'browser: there is no display for an Electron window here' };
  return { electron, sentence: 'desktop, in Electron' };
}
