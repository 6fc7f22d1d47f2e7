/** `trigger-lab serve` as a program of its own: what the app falls back to where Electron cannot be had. */
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json' with { type: 'json' };
import { tolerateClosedOutput } from './commands/closed-output.ts';
import { serve } from './commands/serve.ts';
import { stopSignal } from './commands/stop-signal.ts';

tolerateClosedOutput();
process.exitCode = await serve({
  args: process.argv.slice(2),
  rendererDir: fileURLToPath(new URL('../renderer', import.meta.url)),
  version,
  labWorkerUrl: new URL('./lab-worker.js', import.meta.url),
  scenarioWorkerUrl: new URL('./scenario-worker.js', import.meta.url),
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
  stop: stopSignal(),
});
