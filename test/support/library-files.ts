/** The texts of the built-in scenarios, the sample workspace included. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../resources/scenarios');

export interface LibraryFile {
  /** The file's name without its extension. */
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

export function libraryFiles(): LibraryFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const path = join(FOLDER, file);
      return { id: file.replace(/\.yaml$/, ''), path, text: readFileSync(path, 'utf8') };
    });
}
