/** Finds Electron's binary for the desktop tests, or gets it: they are skipped where there is none, or nothing to show a window on. */
import { electronBinary, fetchElectronBinary, hasDisplay } from '../src/main/desktop/electron-binary.ts';

// A download that stands still must not hold up the tests for ever.
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/** Finds or fetches it, and says in one sentence which, or why there is none. */
export async function ensureElectron(): Promise<string> {
  const there = electronBinary();
  if (there !== null) return `Electron: found (${there}).`;
  if (!hasDisplay()) return 'Electron: not fetched, since there is no display; `xvfb-run npm test` gives it one.';
  const fetched = await fetchElectronBinary(DOWNLOAD_LIMIT_MS, () => console.log('Downloading Electron …'));
  return fetched === null
    ? 'Electron could not be downloaded: its tests are skipped. `npx install-electron` says why.'
    : `Electron: downloaded (${fetched}).`;
}
