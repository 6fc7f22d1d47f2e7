import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UsageError } from './exit-status.ts';

/** Where a workspace is stored unless somebody says otherwise: where the system keeps applications' data. */
export function defaultDataDir(platform = process.platform, env = process.env, home = homedir()): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Trigger Lab');
    case 'win32':
      return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Trigger Lab');
    default: {
      // A relative path there is to be ignored, by the XDG specification.
      const dataHome = env.XDG_DATA_HOME;
      const base = dataHome && isAbsolute(dataHome) ? dataHome : join(home, '.local', 'share');
      return join(base, 'trigger-lab');
    }
  }
}

/** The folder that `--data-dir` names, or the default; wrong usage where it names none. */
export function dataDirOf(value: string | undefined): string {
  if (value === '') throw new UsageError('--data-dir: expected a folder');
  return value ?? defaultDataDir();
}
