/** `npm run bench` with groups or rows of `runtime` by name: what was done a second, each row beside the first. */
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

/** Measures what `words` name, `runtime` where they name nothing; throws a RangeError at a word that is nothing. */
export function benchGroups(words: readonly string[], isJson: boolean): void {
  const wanted = words.length === 0 ? ['runtime'] : words;

  for (const word of wanted) {
    if (!(word in GROUPS) && !(word in (GROUPS.runtime ?? {}))) {
      const names = [...Object.keys(GROUPS), ...Object.keys(GROUPS.runtime ?? {})].join(', ');
      throw new RangeError(`there is nothing called ${word} to measure; there are ${names}, read, scale, soak, start`);
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
}
