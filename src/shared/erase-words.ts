/** What *Erase everything* would remove, in words: for the page that asks and the command that lists. */
import { counted } from './counted.ts';
import type { Holdings } from './erase-contract.ts';

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** `1 byte`, `512 bytes`, `4.2 MB`: by thousands, as systems show it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1_000 ** power;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[power]}`;
}

/** What there is of each kind, workspaces by their names; nothing of a kind is not named. */
export function heldInWords({ workspaces, backupCount, runCount, deletedCount, hasWindow }: Holdings): string[] {
  const held: string[] = [];
  if (workspaces.length > 0) {
    const names = workspaces.map((name) => `“${name}”`).join(', ');
    held.push(`${counted(workspaces.length, 'workspace')}: ${names}`);
  }
  if (backupCount > 0) held.push(counted(backupCount, 'backup'));
  if (runCount > 0) held.push(counted(runCount, 'Lab run'));
  if (deletedCount > 0) held.push(`${counted(deletedCount, 'workspace')} deleted earlier`);
  if (hasWindow) held.push('the profile of the app’s window');
  return held;
}
