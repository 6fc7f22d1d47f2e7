/**
 * `serve` and `cli` must start where there is no Electron: what they load, chunk by chunk, never mentions it.
 * Follows what a module loads; a file that is started as a program of its own
 * (launch.js) is not part of the bundle.
 *
 * And the page has the styles of those of Mantine's components that it uses, and of no others; and what it loads before its first
 * screen stays small, with no charts in it.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { loadedFiles } from './lib/loaded-files.ts';
import { ROOT } from './lib/tool.ts';

const ENTRIES = [
  'out/main/serve.js',
  'out/main/cli.js',
  'out/main/lab-worker.js',
  'out/main/run-worker.js',
  'out/main/scenario-worker.js',
  'out/main/kit-server.js',
];
/** Starts the desktop app where a test wants it, so it names Electron; it loads none of it. */
const KIT = 'out/main/playwright.js';
const MENTIONS = /electron/;
const LOADS_ELECTRON = /\b(?:from|import|require)\s*\(?\s*["']electron["']/;

/** Of JavaScript before the first screen. What is not for the frame or the Cases has a file of its own (src/renderer/src/screens.tsx). */
const FIRST_BYTES = 950_000;

const seen = new Set(ENTRIES.flatMap((entry) => loadedFiles(join(ROOT, entry)).files));
const problems: string[] = [];
for (const file of seen) check(file, MENTIONS);
const kit = loadedFiles(join(ROOT, KIT)).files.filter((file) => !seen.has(file));
for (const file of kit) check(file, LOADS_ELECTRON);
checkStyles();
const firstBytes = checkFirstScreen();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else {
  console.log(`${ENTRIES.join(' and ')} (${seen.size} files) never mention electron, ${KIT} does not load it.`);
  console.log(`The page loads ${Math.round(firstBytes / 1_000)} kB of script before its first screen.`);
}

/** `refused`: what no line of it may have. */
function check(file: string, refused: RegExp): void {
  const name = relative(ROOT, file);
  if (!existsSync(file)) {
    problems.push(`${name} is missing: run \`npm run build\`.`);
    return;
  }
  read(name)
    .split('\n')
    .forEach((line, index) => {
      if (refused.test(line)) problems.push(`${name}:${index + 1}: mentions electron: ${line.trim().slice(0, 120)}`);
    });
}

/** A component's classes stand in its code as in its style sheet: what the page's code names must be imported. */
function checkStyles(): void {
  const list = 'src/renderer/src/theme/mantine.css';
  const imported = new Set([...read(list).matchAll(/@mantine\/core\/styles\/(\w+\.css)/g)].map(([, file]) => file));
  const code = globSync('out/renderer/assets/*.js', { cwd: ROOT }).map(read).join('\n');
  const named = new Set(code.match(/\bm_[0-9a-f]+\b/g));
  for (const path of globSync('node_modules/@mantine/core/styles/*.css', { cwd: ROOT })) {
    const file = basename(path);
    const classes = read(path).match(/\bm_[0-9a-f]+\b/g);
    // What has no classes is for all of the page; layered sheets are the same once more.
    if (classes === null || file.includes('.layer.')) continue;
    const isUsed = classes.some((each) => named.has(each));
    if (isUsed && !imported.has(file)) problems.push(`${list}: ${file} is missing, whose component the page uses`);
    if (!isUsed && imported.has(file)) problems.push(`${list}: ${file} is of a component that the page does not use`);
  }
}

/** What the page itself names, and what that imports at once. Returns its size in bytes. */
function checkFirstScreen(): number {
  const page = 'out/renderer/index.html';
  const files = new Set(
    [...read(page).matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file = '']) => inPage(page, file)),
  );
  let bytes = 0;
  // A set can grow while it is walked.
  for (const file of files) {
    const code = read(file);
    bytes += Buffer.byteLength(code);
    for (const [, imported = ''] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
      files.add(inPage(file, imported));
  }
  if (bytes > FIRST_BYTES) {
    problems.push(`${page}: ${bytes} bytes of script before the first screen; expected at most ${FIRST_BYTES}`);
  }
  const charts = [...files].find((file) => basename(file).startsWith('charts-'));
  if (charts !== undefined) problems.push(`${page}: loads ${charts} before anything is drawn by it`);
  return bytes;
}

function inPage(from: string, file: string): string {
  return normalize(join(dirname(from), file));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
