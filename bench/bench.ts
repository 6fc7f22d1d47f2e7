/**
 * `npm run bench`: how fast and how large, as a table. Nothing here passes or fails: speed belongs to a machine, not to a
 * test. Each row runs in a process of its own, so that its memory is its own; `--json` prints the rows for scripts.
 */
import { execFileSync } from 'node:child_process';
import { ROWS } from './rows.ts';

/** What one row measured. */
export interface Measured {
  /** What was counted: Actions, calls, files. */
  readonly count: number;
  readonly unit: string;
  readonly wallMs: number;
  readonly maxRssMb: number;
}

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const rows = Object.entries(ROWS).filter(([id]) => wanted.length === 0 || wanted.includes(id));

const measured = rows.map(([id, { title }]) => {
  const output = execFileSync(process.execPath, [`${import.meta.dirname}/measure.ts`, id], { encoding: 'utf8' });
  return { id, title, ...(JSON.parse(output) as Measured) };
});

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ rows: measured }, null, 2)}\n`);
} else {
  console.table(
    measured.map(({ id, title, count, unit, wallMs, maxRssMb }) => ({
      id,
      what: title,
      'wall s': (wallMs / 1000).toFixed(2),
      'per second': `${Math.round((count / wallMs) * 1000).toLocaleString('en')} ${unit}`,
      'each ms': (wallMs / count).toFixed(3),
      'max RSS MB': maxRssMb,
    })),
  );
}
