/**
 * Files in the repository that are made from the code, and the check that they are in step.
 *
 *   node scripts/generate.ts            writes all of them
 *   node scripts/generate.ts docs       writes those of one group
 *   node scripts/generate.ts --check    writes nothing; names what is out of date and exits 1 (part of `npm test`)
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './lib/tool.ts';

interface GeneratedFile {
  readonly group: 'docs' | 'schema';
  /** From the project's root. */
  readonly path: string;
  /** Loads what it needs itself, so that one broken module does not stop the others. */
  readonly make: () => Promise<string>;
}

const FILES: readonly GeneratedFile[] = [
  {
    group: 'docs',
    path: 'docs/state-diagram.md',
    make: async () => (await import('./lib/state-diagram.ts')).stateDiagram(),
  },
  {
    group: 'docs',
    path: 'docs/library.md',
    make: async () => (await import('./lib/library-page.ts')).libraryPage(),
  },
  {
    group: 'docs',
    path: 'docs/playwright.md',
    make: async () => (await import('./lib/page-objects.ts')).playwrightPage(),
  },
  {
    group: 'docs',
    path: 'docs/api.md',
    make: async () => (await import('./lib/api-page.ts')).apiPage(),
  },
  {
    group: 'docs',
    path: 'docs/third-party-notices.md',
    make: async () => (await import('./lib/third-party-page.ts')).thirdPartyPage(),
  },
  {
    group: 'schema',
    path: 'resources/scenario.schema.json',
    make: async () => (await import('../src/main/scenario/schema.ts')).scenarioJsonSchema(),
  },
];

const args = process.argv.slice(2);
const check = args.includes('--check');
const groups = args.filter((arg) => !arg.startsWith('--'));
const wanted = FILES.filter((file) => groups.length === 0 || groups.includes(file.group));

for (const { path, make } of wanted) {
  const target = join(ROOT, path);
  const text = await make();
  if (text === read(target)) continue;
  if (check) {
    console.error(`${path} is out of date: run \`npm run generate\` and commit it.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    console.log(`wrote ${path}`);
  }
}
if (check && process.exitCode === undefined) console.log(`${wanted.length} generated files are up to date.`);

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
