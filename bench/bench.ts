/**
 * `npm run bench`: how fast and how large, as a table. Nothing here passes or fails: speed belongs to a machine, not to a
 * test. Each row runs in a process of its own, so that its memory is its own; `--json` prints the rows for scripts.
 * Words choose: a group (`runtime`, `lab`, `lab-memory`), or rows of `runtime` by name.
 */
import { execFileSync } from 'node:child_process';
import { GROUPS, whyNot } from './groups.ts';

/** What one row measured. */
interface Measured {
  readonly id: string;
  readonly title: string;
  /** What was counted: Actions, calls, files. */
  readonly count: number;
  readonly unit: string;
  readonly wallMs: number;
  readonly maxRssMb: number;
}

const words = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const isJson = process.argv.includes('--json');
const wanted = words.length === 0 ? ['runtime'] : words;

for (const word of wanted) {
  if (!(word in GROUPS) && !(word in (GROUPS.runtime ?? {}))) {
    const names = [...Object.keys(GROUPS), ...Object.keys(GROUPS.runtime ?? {})].join(', ');
    process.stderr.write(`there is nothing called ${word} to measure; there are ${names}\n`);
    process.exit(3);
  }
}

const chosen = wanted.flatMap((word): [string, string][] =>
  word in GROUPS ? Object.keys(GROUPS[word] ?? {}).map((id) => [word, id]) : [['runtime', word]],
);
const measured = chosen.flatMap(([group, id]): Measured[] => {
  const why = whyNot(group, id);
  if (why !== null) {
    process.stderr.write(`${id}: ${why}\n`);
    return [];
  }
  const output = execFileSync(process.execPath, [`${import.meta.dirname}/measure.ts`, group, id], {
    encoding: 'utf8',
  });
  return [{ id, title: GROUPS[group]?.[id]?.title ?? '', ...JSON.parse(output) }];
});

const perSecond = ({ count, wallMs }: Measured) => (count / wallMs) * 1_000;
if (isJson) {
  const rows = measured.map((row) => ({
    ...row,
    ...(row.unit === 'Actions' ? { actionsPerSecond: Math.round(perSecond(row)) } : {}),
  }));
  process.stdout.write(`${JSON.stringify({ rows }, null, 2)}\n`);
} else {
  const [first] = measured;
  console.table(
    measured.map((row) => ({
      id: row.id,
      what: row.title,
      'wall s': (row.wallMs / 1000).toFixed(2),
      'per second': `${Math.round(perSecond(row)).toLocaleString('en')} ${row.unit}`,
      ...(first?.unit === row.unit ? { [`of ${first.id}`]: (perSecond(row) / perSecond(first)).toPrecision(3) } : {}),
      'max RSS MB': row.maxRssMb,
    })),
  );
}
