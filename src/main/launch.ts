/**
 * The app for a person: what `npm start` and `trigger-lab` without arguments run. A program of its own, so that the command
 * line and the server stay free of Electron.
 */
import { fileURLToPath } from 'node:url';
import { launch } from './desktop/launch.ts';
import { onOrphanedByNpm } from './desktop/orphaned.ts';

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

onOrphanedByNpm(() => process.kill(process.pid, 'SIGTERM'));
process.exitCode = await launch({
  electronEntry: beside('electron.js'),
  serveEntry: beside('serve.js'),
  args: process.argv.slice(2),
  say: (line) => process.stderr.write(`${line}\n`),
});
