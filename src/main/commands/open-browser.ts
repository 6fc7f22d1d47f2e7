import { spawn } from 'node:child_process';

/** Opens an address where there is a display; where there is no browser nothing happens: the address was printed. */
export function openBrowser(address: string): void {
  const [command, ...args] = opener(address);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(address: string): string[] {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  const hasDisplay = Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  return hasDisplay ? ['xdg-open', address] : [];
}
