/** What the entries of the package declare, as the compiler writes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, runTool } from './tool.ts';

const PROJECT = 'tsconfig.types.json';
/** `from './a.ts'`, `import('./a.ts')`. */
const IMPORTS = /((?:from|import)\s*\(?\s*')(\.[^']+)\.ts(')/g;

/** The JSON Schema is a file of its own; its type says no more than that of any schema. */
const SCHEMA = `/** The JSON Schema (draft 2020-12) of scenario files. */
declare const schema: { readonly [keyword: string]: unknown };
export default schema;
`;

/**
 * The text of each declaration file by its path without ending, `main/index`: those of the entries of tsconfig.types.json, and all that
 * they import. The compiler declares every module that an entry reaches, which is most of the app; the rest is left out. `null`, after
 * the compiler has said why, where something cannot be declared.
 */
export async function declarations(): Promise<ReadonlyMap<string, string> | null> {
  const folder = mkdtempSync(join(tmpdir(), 'trigger-lab-types-'));
  try {
    const { code } = await runTool('tsc', ['-p', PROJECT, '--outDir', folder]);
    if (code !== 0) return null;
    const { files } = JSON.parse(readFileSync(join(ROOT, PROJECT), 'utf8')) as { files: readonly string[] };
    const found = new Map([['main/schema', SCHEMA]]);
    for (const file of files) find(file.replace(/^src\//, '').replace(/\.ts$/, ''), folder, found);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function find(module: string, folder: string, found: Map<string, string>): void {
  if (found.has(module)) return;
  const text = readFileSync(join(folder, `${module}.d.ts`), 'utf8');
  found.set(module, text.replace(IMPORTS, '$1$2.js$3'));
  for (const [, , specifier = ''] of text.matchAll(IMPORTS)) find(join(dirname(module), specifier), folder, found);
}
