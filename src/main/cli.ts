#!/usr/bin/env node
/** `trigger-lab`. An older Node cannot even load the rest: it is asked first, and a person told in a sentence. */
const NEEDED = 24;
const { node } = process.versions;

if (Number.parseInt(node, 10) >= NEEDED) await import('./command-line.ts');
else {
  process.stderr.write(
    `trigger-lab needs Node ${NEEDED} or newer; this is Node ${node}. In a checkout, npm run -s trigger-lab -- … brings its own.\n`,
  );
  process.exitCode = 4;
}
