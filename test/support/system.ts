/** What not every system has, for tests that need it: each is skipped, by name, where that is missing. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isWindows = process.platform === 'win32';

/** A process may save before a signal ends it. Windows ends it at once: there Ctrl+C, which no test can press, asks it to end. */
export const HAS_SIGNALS = !isWindows;

/** What a program that saves and ends at SIGTERM leaves as its exit status; null where the signal itself ended it. */
export const STATUS_AFTER_SIGTERM = isWindows ? null : 0;

/** Files say who may read them. On Windows that is said by the folder of the user they are in. */
export const HAS_MODES = !isWindows;

/** Devices lie among the files: `/dev/null`. */
export const HAS_DEVICE_FILES = !isWindows;

/** Shell scripts run. */
export const HAS_SH = !isWindows;

/** Links can be made: on Windows, administrators and developers may. */
export const HAS_LINKS = canLink();

function canLink(): boolean {
  if (!isWindows) return true;
  const folder = mkdtempSync(join(tmpdir(), 'trigger-lab-link-'));
  try {
    symlinkSync('nowhere', join(folder, 'link'));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A path as it is written in a repository or an archive, on any system. */
export const slashed = (path: string): string => (isWindows ? path.replaceAll('\\', '/') : path);
