import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { electronBinary, fetchElectronBinary, hasDisplay, withoutRunAsNode } from './electron-binary.ts';
import { runToEnd } from './run-to-end.ts';

/** Electron's download is about 120 MB; a connection that needs longer than this is served in the browser meanwhile. */
const FETCH_LIMIT_MS = 180_000;

/** An Electron that ends with an error this soon never had a window: a library is missing, or the display refuses it. */
const STARTUP_MS = 5_000;

export interface Launch {
  /** The built entries: paths of electron.js and serve.js. */
  readonly electronEntry: string;
  readonly serveEntry: string;
  /** Handed on to whichever is started. `--browser` is taken out: it means, do not try Electron. */
  readonly args: readonly string[];
  readonly say: (line: string) => void;
}

/**
 * Starts the app in an Electron window, or, where that cannot be had, says why in one plain line and serves the same app for
 * the browser. Resolves to the exit status.
 */
export async function launch({ electronEntry, serveEntry, args, say }: Launch): Promise<number> {
  const rest = args.filter((arg) => arg !== '--browser');
  const serve = () => runToEnd(spawn(process.execPath, [serveEntry, ...rest], { stdio: 'inherit' }));
  if (rest.length < args.length) return serve();

  const binary = await findBinary(say);
  if ('missing' in binary) {
    say(`${binary.missing}: serving Trigger Lab to your browser instead.`);
    return serve();
  }

  const code = await runElectron(binary.path, [electronEntry, ...rest]);
  if (code !== 'did not start') return code;
  say('Electron could not open a window here: serving Trigger Lab to your browser instead.');
  return serve();
}

async function findBinary(say: (line: string) => void): Promise<{ path: string } | { missing: string }> {
  const present = electronBinary();
  const display = hasDisplay();
  if (present !== null) return display ? { path: present } : { missing: 'There is no display for Electron' };
  if (!display) return { missing: 'There is no Electron binary and no display' };
  const fetched = await fetchElectronBinary(FETCH_LIMIT_MS, () =>
    say(`Downloading Electron (first start only, at most ${FETCH_LIMIT_MS / 60_000} minutes; --browser skips it) …`),
  );
  return fetched === null
    ? { missing: 'There is no Electron binary, and it could not be downloaded' }
    : { path: fetched };
}

async function runElectron(binary: string, args: readonly string[]): Promise<number | 'did not start'> {
  const startedAt = performance.now();
  // Chromium's sandbox does not start as root; everybody else keeps it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary, [...asRoot, ...args], { stdio: ['inherit', 'inherit', 'pipe'], env: withoutRunAsNode() });

  // What it says while it starts is held back: if it does not start, one plain line takes its place.
  let held: Buffer[] | null = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    if (held === null) process.stderr.write(chunk);
    else held.push(chunk);
  });
  const release = () => {
    for (const chunk of held ?? []) process.stderr.write(chunk);
    held = null;
  };
  const timer = setTimeout(release, STARTUP_MS);
  const code = await runToEnd(child);
  clearTimeout(timer);
  const asked = code === 0 || code === 128 + constants.signals.SIGINT || code === 128 + constants.signals.SIGTERM;
  const failedAtOnce = !asked && performance.now() - startedAt < STARTUP_MS;
  if (failedAtOnce) return 'did not start';
  release();
  return code;
}
