/**
 * `serve` and `cli` must start where there is no Electron: what they load, chunk by chunk, never mentions it.
 * Follows what a module loads (import, export … from, import(), new Worker); a file that is started as a program of its own
 * (launch.js) is not part of the bundle.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from './lib/tool.ts';

const ENTRIES = ['out/main/serve.js', 'out/main/cli.js', 'out/main/lab-worker.js', 'out/main/scenario-worker.js'];

// Built code: the specifier is a plain string, in either quote, minified or not.
const LOADS = [
  /\bfrom\s*["'](\.[^"']+)["']/g,
  /\bimport\s*\(?\s*["'](\.[^"']+)["']/g,
  /\bnew Worker\(\s*new URL\(\s*["']([^"']+)["']/g,
];

const seen = new Set<string>();
const problems: string[] = [];
for (const entry of ENTRIES) visit(join(ROOT, entry));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${ENTRIES.join(' and ')} (${seen.size} files) never mention electron.`);

function visit(file: string): void {
  if (seen.has(file)) return;
  seen.add(file);
  const name = relative(ROOT, file);
  if (!existsSync(file)) {
    problems.push(`${name} is missing: run \`npm run build\`.`);
    return;
  }
  const code = readFileSync(file, 'utf8');
  code.split('\n').forEach((line, index) => {
    if (/electron/.test(line)) problems.push(`${name}:${index + 1}: mentions electron: ${line.trim().slice(0, 120)}`);
  });
  for (const pattern of LOADS) {
    for (const [, specifier] of code.matchAll(pattern)) {
      if (specifier !== undefined) visit(resolve(dirname(file), specifier));
    }
  }
}
