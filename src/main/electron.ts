/** The app in an Electron window. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { tolerateClosedOutput } from './commands/closed-output.ts';
import { type DesktopOptions, parseDesktopArgs } from './commands/desktop-options.ts';
import { EXIT } from './commands/exit-status.ts';
import { loadFileAside } from './commands/files.ts';
import { openWorkspace } from './commands/open-workspace.ts';
import { runDesktopApp, sayCannotStart } from './hosts/electron/app.ts';
import { formatProblem } from './scenario/problem.ts';
import { LOCK } from './store/names.ts';
import { WINDOW } from './store/own-files.ts';

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const labWorkerUrl = new URL('./lab-worker.js', import.meta.url);
const scenarioWorkerUrl = new URL('./scenario-worker.js', import.meta.url);
const say = (sentence: string) => process.stderr.write(`trigger-lab: ${sentence}\n`);

async function readScenario(file: string) {
  const loaded = await loadFileAside(file, { workerUrl: scenarioWorkerUrl });
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded;
}

function run({ dataDir, scenario: file }: DesktopOptions): void {
  void runDesktopApp({
    dataDir,
    profileDir: join(dataDir, WINDOW),
    isInUse: () => existsSync(join(dataDir, LOCK)),
    rendererDir: beside('../renderer'),
    preload: beside('../preload/index.cjs'),
    scenario: file,
    readScenario,
    openSimulator: async (opened) => {
      const scenario = opened === null ? null : await readScenario(opened);
      const workers = { labWorkerUrl, scenarioWorkerUrl };
      return openWorkspace({ dataDir, callbackBase: null, ...workers, scenario, onNotice: say });
    },
    onBug: (error) => say(inspect(error)),
  });
}

tolerateClosedOutput();
const options = parseDesktopArgs(process.argv.slice(1));
if ('wrong' in options) sayCannotStart(options.wrong, EXIT.wrongUsage);
else run(options);
