#!/usr/bin/env node
/** `trigger-lab`. An older Node cannot even load the rest: it is asked first, and a person told in a sentence. */
import module from 'node:module';

const NEEDED = 24;
const { node } = process.versions;

if (Number.parseInt(node, 10) >= NEEDED) {
  // What was compiled once is not compiled again: half of the time in which a short run starts.
  module.enableCompileCache();
  await import('./command-line.ts');
} else {
  process.stderr.write(
    `trigger-lab needs Node ${NEEDED} or newer; this is Node ${node}. In a checkout, npm run -s trigger-lab -- … brings its own.\n`,
  );
  process.exitCode = 4;
}
