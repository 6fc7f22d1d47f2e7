import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Where Electron's binary is, read from what electron/index.js reads (path.txt, dist/, ELECTRON_OVERRIDE_DIST_PATH) without
 * loading it: that file starts a download when the binary is missing. Null where it has not been fetched.
 */
export function electronBinary(): string | null {
  const folder = electronPackage();
  if (folder === null) return null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  const executable = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : override === undefined ? null : 'electron';
  if (executable === null) return null;
  const path = join(override ?? join(folder, 'dist'), executable);
  return existsSync(path) ? path : null;
}

/**
 * Lets Electron's own installer fetch the binary, quietly and for a limited time; `onSlow` is called once when it takes
 * longer than two seconds. Returns where the binary is, or null.
 */
export function fetchElectronBinary(limitMs: number, onSlow: () => void): Promise<string | null> {
  const folder = electronPackage();
  if (folder === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    const slow = setTimeout(onSlow, 2_000);
    const end = () => {
      clearTimeout(slow);
      resolve(electronBinary());
    };
    installer.on('error', end);
    installer.on('exit', end);
  });
}

/** Whether Electron can show a window here. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** The environment to start it in. In a terminal of an Electron-based editor a variable is set that would make Electron a plain Node. */
export function withoutRunAsNode(): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return env;
}

/** The folder of the `electron` package, or null where it is not installed: it is a devDependency. */
function electronPackage(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}
