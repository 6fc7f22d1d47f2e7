/** The disk as the language server sees it. */
import { readdirSync } from 'node:fs';
import type { ReadFile } from '../scenario/includes.ts';
import { readIncluded } from '../scenario/read-disk.ts';

export interface Disk {
  readonly readFile: ReadFile;
  /** The names in a folder, those of folders with a slash behind them; none where it cannot be read. */
  readonly filesIn: (folder: string) => readonly string[];
}

/** The one of this computer. Hidden files and installed packages are nobody's scenarios. */
export const DISK: Disk = {
  readFile: readIncluded,
  filesIn: (folder) => {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    } catch {
      return [];
    }
  },
};
