/** Files as the protocol calls them, by addresses, and as the rest of the program does, by paths. */
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a file on the disk; a text that is on none, or on another computer, is called by its address. */
export function fileOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return uri;
  }
}

/** The address of a file, as the editor writes it where it has the file open; `null` where the file can have none. */
export function uriOf(file: string, open: readonly { readonly uri: string }[]): string | null {
  const known = open.find(({ uri }) => fileOf(uri) === file);
  if (known) return known.uri;
  return isAbsolute(file) ? pathToFileURL(file).href : null;
}

/** Whether a file is in a folder. */
export function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
