/** The texts of the built-in scenarios, the sample workspace included, then those of the lessons. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RESOURCES = join(import.meta.dirname, '../../resources');

export interface LibraryFile {
  /** The file's name without its extension. */
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

/** All of them, or those of one folder. */
export function libraryFiles(folders: readonly string[] = ['scenarios', 'lessons']): LibraryFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(RESOURCES, folder))
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => {
        const path = join(RESOURCES, folder, file);
        return { id: file.replace(/\.yaml$/, ''), path, text: readFileSync(path, 'utf8') };
      }),
  );
}
