/** What a built module loads, by its text: built code names what it loads in plain strings. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

// In either quote, minified or not.
const LOADS = [
  /\bfrom\s*["']([^"']+)["']/g,
  /\bimport\s*\(?\s*["']([^"']+)["']/g,
  /\bnew URL\(\s*["'](\.[^"']+\.js)["']/g,
];

export interface Loaded {
  /** Files, as absolute paths, the entry first; one that is named and not there is among them. */
  readonly files: readonly string[];
  /** What they import by name, `node:` modules left out: `@orpc/server/message-port`. */
  readonly packages: ReadonlySet<string>;
}

/** Everything that a built entry loads (import, export … from, import(), a worker's URL), file by file. */
export function loadedFiles(entry: string): Loaded {
  const files = new Set([entry]);
  const packages = new Set<string>();
  // A set can grow while it is walked.
  for (const file of files) {
    if (!existsSync(file)) continue;
    const code = readFileSync(file, 'utf8');
    for (const [, specifier = ''] of LOADS.flatMap((pattern) => [...code.matchAll(pattern)])) {
      if (specifier.startsWith('.')) files.add(resolve(dirname(file), specifier));
      else if (!specifier.startsWith('node:')) packages.add(specifier);
    }
  }
  return { files: [...files], packages };
}
