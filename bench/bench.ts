/**
 * `npm run bench`: how fast and how large. Nothing here passes or fails: speed belongs to a machine, not to a test. Each row runs in
 * a process of its own, so that its memory is its own; `--json` prints the rows for scripts. Words choose: a group (`runtime`, `lab`,
 * `lab-memory`, `odds`, `editor`, `quality`, `kit`, `command`), rows of `runtime` by name, `scale` with rows and sizes (`scale act 1000`),
 * `read` with kinds of text and sizes (`read steps 500000`), `start` with rows, or `soak` (`--minutes N`).
 */
import { parseArgs } from 'node:util';
import { benchGroups } from './compare.ts';
import { benchRead } from './read.ts';
import { benchScale } from './scale.ts';
import { soak } from './soak.ts';
import { benchStart } from './start.ts';

/** Of `soak`: a number above 0. */
function positive(name: string, text: string): number {
  if (!(Number(text) > 0)) throw new RangeError(`--${name} is ${text}; expected a number above 0`);
  return Number(text);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '60' },
      actions: { type: 'string', default: '20000' },
      speed: { type: 'string', default: '10000' },
    },
  });
  const [group, ...rest] = positionals;
  if (group === 'scale') benchScale(rest, values.json);
  else if (group === 'read') benchRead(rest, values.json);
  else if (group === 'start') await benchStart(rest, values.json);
  else if (group === 'soak') {
    await soak({
      minutes: positive('minutes', values.minutes),
      actions: positive('actions', values.actions),
      speed: positive('speed', values.speed),
      isJson: values.json,
    });
  } else benchGroups(positionals, values.json);
} catch (error) {
  // Wrong words; what a row throws is a bug and comes with its stack.
  if (!(error instanceof RangeError || (error instanceof TypeError && 'code' in error))) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
}
