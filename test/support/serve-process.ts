/** `trigger-lab serve` unbuilt: a program for tests. The first argument is the folder with the page. */
import { tolerateClosedOutput } from '../../src/main/commands/closed-output.ts';
import { serve } from '../../src/main/commands/serve.ts';
import { stopSignal } from '../../src/main/commands/stop-signal.ts';

const [rendererDir = '', ...args] = process.argv.slice(2);
tolerateClosedOutput();
process.exitCode = await serve({
  args,
  rendererDir,
  version: '0.0.0',
  labWorkerUrl: new URL('../../src/main/lab-worker.ts', import.meta.url),
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
  stop: stopSignal(),
});
