#!/usr/bin/env node
/** `trigger-lab`. An older Node cannot even load the rest: it is asked first, and a person told in a sentence. */
import module from 'node:module';

const NEEDED = [22, 13] as const;
const { node } = process.versions;
const [major = 0, minor = 0] = node.split('.').map(Number);

if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  // What was compiled once is not compiled again: half of the time in which a short run starts.
  module.enableCompileCache();
  await import('./command-line.ts');
} else {
  process.stderr.write(`trigger-lab needs Node ${NEEDED.join('.')} or newer; this is Node ${node}.\n`);
  process.exitCode = 4;
}
