/**
 * Opens the printed address in the person's browser. The token must not be in a command line, which every user of the
 * machine may read in the list of processes: the browser is given a file that only this user can read, and that leads there.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface OpenedBrowser {
  /** Removes the file: it was used, or will not be. May be called twice. */
  readonly forget: () => Promise<void>;
}

/** The program that opens a file, with its first arguments; empty if there is none. */
export type Opener = readonly string[];

/** Where there is no browser nothing happens: the address was printed. */
export async function openBrowser(address: string, opener: Opener = systemOpener()): Promise<OpenedBrowser> {
  const [command, ...args] = opener;
  if (command === undefined) return { forget: async () => undefined };
  // `mkdtemp` makes a folder that only this user may enter.
  const folder = await mkdtemp(join(tmpdir(), 'trigger-lab-'));
  const file = join(folder, 'open.html');
  await writeFile(file, redirectTo(address), { mode: 0o600, flag: 'wx' });
  const child = spawn(command, [...args, pathToFileURL(file).href], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
  return { forget: () => rm(folder, { recursive: true, force: true }) };
}

/** `address` is a server's own: an origin and a token, nothing that HTML would read otherwise. */
function redirectTo(address: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Trigger Lab</title>
<meta http-equiv="refresh" content="0; url=${address}"></head>
<body><p><a href="${address}">Open Trigger Lab</a></p></body>
</html>
`;
}

function systemOpener(): Opener {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasDisplay = Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  return hasDisplay ? ['xdg-open'] : [];
}
