/** `npm start`: builds what is not built, then starts the app. What "starts the app" means is src/main/desktop/launch.ts. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { onOrphanedByNpm } from '../src/main/desktop/orphaned.ts';
import { buildIfStale } from './lib/build.ts';
import { ROOT } from './lib/tool.ts';

const problem = await buildIfStale();
if (problem !== null) {
  console.error(`${problem.trimEnd()}\nTrigger Lab could not be built.`);
  process.exit(1);
}

const app = spawn(process.execPath, [join(ROOT, 'out/main/launch.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
let ending = false;
const end = (signal: 'SIGINT' | 'SIGTERM', handOn: boolean) => {
  ending = true;
  if (handOn) app.kill(signal);
};
// Ctrl+C reaches the whole process group by itself; a signal sent to this process alone is handed on.
process.on('SIGINT', () => end('SIGINT', !process.stdin.isTTY));
process.on('SIGTERM', () => end('SIGTERM', true));
onOrphanedByNpm(() => end('SIGTERM', !ending));
app.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
});
