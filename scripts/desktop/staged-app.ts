/**
 * What goes into the desktop app's archive, gathered in a folder: what `out/main/electron.js` loads, the page and the preload, the scenarios
 * and lessons, and the packages that are loaded. No other entry, no sources, types or documents; licences stay.
 */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { loadedFiles } from '../lib/loaded-files.ts';
import { type Lock, shippedPackages } from '../lib/shipped-licences.ts';
import { ROOT } from '../lib/tool.ts';

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const ENTRY = join(ROOT, MANIFEST.main);

/** Read as they are, whole folders. */
const FOLDERS = ['out/preload', 'out/renderer', 'resources/lessons', 'resources/scenarios'];

const LOADED = '**/*.{js,cjs,mjs,json,wasm,node}';

/** A package's licence goes wherever the package goes. */
const LICENCES = '**/{LICEN[CS]E,Licen[cs]e,licen[cs]e,COPYING,NOTICE}*';

/** The files of the app, from the project's root, sorted. Throws where something is not built. */
function appFiles(): string[] {
  const { files, packages } = loadedFiles(ENTRY);
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`${relative(ROOT, missing[0] as string)} is missing: run \`npm run build\``);
  const { packages: lock }: { readonly packages: Lock } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  );
  const roots = new Set([...packages].map(packageName).filter((name) => name !== 'electron'));
  return [
    'LICENSE',
    ...files.map((file) => relative(ROOT, file)),
    ...FOLDERS.flatMap((folder) => filesIn(folder, ['**/*'])),
    ...shippedPackages(lock, [...roots]).flatMap(({ folder }) => packageFiles(folder)),
  ]
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** The manifest that Electron reads: no script, and nothing about development. */
function appManifest(): object {
  const { name, version, description, license, type, main } = MANIFEST;
  return { name, productName: 'Trigger Lab', version, description, license, author: 'Trigger Lab', type, main };
}

/** Puts all of it into a folder, which is emptied first. */
export function stageApp(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const file of appFiles()) {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(ROOT, file), target);
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(appManifest(), null, 2)}\n`);
}

/** `@orpc/server` of `@orpc/server/message-port`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What can be loaded of a package, and its licence; nothing of one that holds types alone. What lies in it is a package of its own. */
function packageFiles(folder: string): string[] {
  const files = filesIn(folder, [LOADED, LICENCES]);
  const isOfTypesAlone = !files.some((file) => /\.[cm]?js$/.test(file));
  return isOfTypesAlone ? [] : files;
}

function filesIn(folder: string, patterns: readonly string[]): string[] {
  const found = globSync([...patterns], { cwd: join(ROOT, folder), withFileTypes: true, exclude: isInner });
  return [...new Set(found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)))].map(
    (file) => relative(ROOT, file),
  );
}

const isInner = ({ name }: { readonly name: string }) => name === 'node_modules';
