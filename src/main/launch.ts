/**
 * The app for a person: what `npm start` and `trigger-lab` without arguments run. A program of its own, so that the command
 * line and the server stay free of Electron.
 */
import { fileURLToPath } from 'node:url';
import { parseDesktopArgs } from './commands/desktop-options.ts';
import { EXIT } from './commands/exit-status.ts';
import { launch } from './desktop/launch.ts';
import { onOrphanedByNpm } from './desktop/orphaned.ts';

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

onOrphanedByNpm(() => process.kill(process.pid, 'SIGTERM'));
const args = process.argv.slice(2);
const say = (line: string) => void process.stderr.write(`${line}\n`);
const options = parseDesktopArgs(args);
if ('wrong' in options) {
  say(`trigger-lab: ${options.wrong}\nSee trigger-lab --help.`);
  process.exitCode = EXIT.wrongUsage;
} else {
  process.exitCode = await launch({
    electronEntry: beside('electron.js'),
    serveEntry: beside('serve.js'),
    args,
    say,
  });
}
