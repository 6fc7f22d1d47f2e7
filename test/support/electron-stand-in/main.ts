/**
 * A STAND-IN for Electron's binary, for tests where that cannot be had: `electron-stand-in [FLAGS] ENTRY [ARGUMENTS]` runs the built app, in
 * Node, with pages of a headless Chromium as its windows. It imitates what this app uses of Electron, as Electron's documentation says
 * (test/unit/electron-stand-in.test.ts), and is no proof that Electron itself does the same.
 *
 * Playwright drives it as it drives Electron (`_electron.launch({ executablePath })`): Node's inspector and Chromium's DevTools listen where they
 * are asked for. ENTRY is a script, or a folder with a package.json that names one.
 */

import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;
const DECLARED: { readonly version: string } = createRequire(import.meta.url)('electron/package.json');

const args = process.argv.slice(2);
const entry = args.find((arg) => !arg.startsWith('-'));
if (entry === undefined) {
  process.stderr.write('electron-stand-in: expected a script or a folder to run\n');
  process.exit(1);
}

// As Electron has them.
process.argv = [resolve(import.meta.dirname, 'electron-stand-in'), ...args];
Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: `${DECLARED.version}-stand-in`, chrome: 'stand-in' },
});

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
});

if (args.some((arg) => arg.startsWith('--inspect='))) inspector.open(0);

const { app, becomeReady }: typeof import('./electron.ts') = await import(STAND_IN);
// As Chromium does where it can: the app is asked to quit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

await import(pathToFileURL(scriptOf(resolve(entry))).href);
await becomeReady(args.filter((arg) => arg === '--no-sandbox'));

function scriptOf(path: string): string {
  if (!statSync(path).isDirectory()) return path;
  const { main } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return join(path, main);
}
