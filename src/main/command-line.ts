/** `trigger-lab` with its arguments: wires the command line to the app and the server. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json' with { type: 'json' };
import { tolerateClosedOutput } from './commands/closed-output.ts';
import { main } from './commands/main.ts';
import { stopSignal } from './commands/stop-signal.ts';
import { runToEnd } from './desktop/run-to-end.ts';

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const labWorkerUrl = new URL('./lab-worker.js', import.meta.url);
const output = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
};

tolerateClosedOutput();
// `exitCode`, not `exit`: what was written to a pipe must still get through.
process.exitCode = await main(process.argv.slice(2), output, {
  version,
  labWorkerUrl,
  runWorkerUrl: new URL('./run-worker.js', import.meta.url),
  stdin: async () => (await import('node:stream/consumers')).text(process.stdin),
  stop: stopSignal,
  openApp: (args) => runToEnd(spawn(process.execPath, [beside('./launch.js'), ...args], { stdio: 'inherit' })),
  serve: async (args) => {
    const { serve } = await import('./commands/serve.ts');
    return serve({
      args,
      rendererDir: beside('../renderer'),
      version,
      labWorkerUrl,
      scenarioWorkerUrl: new URL('./scenario-worker.js', import.meta.url),
      stdout: (line) => output.out(`${line}\n`),
      stderr: (line) => output.err(`${line}\n`),
      stop: stopSignal(),
    });
  },
});
