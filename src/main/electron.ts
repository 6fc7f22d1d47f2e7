/** The app in an Electron window. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { parseDesktopArgs } from './commands/desktop-options.ts';
import { loadFile } from './commands/files.ts';
import { openWorkspace } from './commands/open-workspace.ts';
import { runDesktopApp } from './hosts/electron/app.ts';
import { formatProblem } from './scenario/problem.ts';

const { dataDir, scenario: file } = parseDesktopArgs(process.argv.slice(1));
const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const labWorkerUrl = new URL('./lab-worker.js', import.meta.url);
const say = (sentence: string) => process.stderr.write(`trigger-lab: ${sentence}\n`);

void runDesktopApp({
  profileDir: join(dataDir, 'window'),
  rendererDir: beside('../renderer'),
  preload: beside('../preload/index.cjs'),
  openSimulator: async () => {
    const scenario = file === null ? null : await loadFile(file);
    if (scenario?.ok === false) throw new Error(scenario.problems.map(formatProblem).join('\n'));
    return openWorkspace({ dataDir, callbackBase: null, labWorkerUrl, scenario, onNotice: say });
  },
  onBug: (error) => say(inspect(error)),
});
