/**
 * The types of the package, in out/types: what the entries of tsconfig.types.json declare, and the declarations that those import. The
 * compiler declares every module that an entry reaches, which is most of the app; what no declaration imports is left out.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, runTool } from './lib/tool.ts';

const PROJECT = 'tsconfig.types.json';
const TARGET = join(ROOT, 'out/types');
/** `from './a.ts'`, `import('./a.ts')`. */
const IMPORTS = /((?:from|import)\s*\(?\s*')(\.[^']+)\.ts(')/g;

/** The JSON Schema is a file of its own; its type says no more than that of any schema. */
const SCHEMA = `/** The JSON Schema (draft 2020-12) of scenario files. */
declare const schema: { readonly [keyword: string]: unknown };
export default schema;
`;

const declared = mkdtempSync(join(tmpdir(), 'trigger-lab-types-'));
try {
  const { code } = await runTool('tsc', ['-p', PROJECT, '--outDir', declared]);
  if (code === 0) {
    const { files } = JSON.parse(readFileSync(join(ROOT, PROJECT), 'utf8')) as { files: readonly string[] };
    rmSync(TARGET, { recursive: true, force: true });
    const written = new Set<string>();
    for (const file of files) keep(file.replace(/^src\//, '').replace(/\.ts$/, ''), written);
    write('main/schema', SCHEMA);
    console.log(`out/types: ${written.size + 1} files`);
  }
  process.exitCode = code;
} finally {
  rmSync(declared, { recursive: true, force: true });
}

/** Writes what a module declares, and all that this imports; the module is named by its path in src, without ending. */
function keep(module: string, written: Set<string>): void {
  if (written.has(module)) return;
  written.add(module);
  const text = readFileSync(join(declared, `${module}.d.ts`), 'utf8');
  for (const [, , specifier = ''] of text.matchAll(IMPORTS)) keep(join(dirname(module), specifier), written);
  write(module, text.replace(IMPORTS, '$1$2.js$3'));
}

function write(module: string, text: string): void {
  const path = join(TARGET, `${module}.d.ts`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
