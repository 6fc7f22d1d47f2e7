/** `npm run bench -- scale`: how the app's figures grow with the number of Actions. Words narrow it to rows and sizes. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCALE_ROWS, SIZES } from './scale-rows.ts';

/** As `--json` prints it. */
interface Figure {
  readonly id: string;
  readonly actions: number;
  readonly value: number;
  readonly unit: string;
}

const isOnDisk = (id: string) => SCALE_ROWS[id]?.isInMemory !== true;
const sizeIn = (word: string) => Number(word.replaceAll(/[,_]/g, ''));

/** Measures the rows and sizes that `words` name, all where they name none; throws at a word that is neither. */
export function benchScale(words: readonly string[], isJson: boolean): void {
  const unknown = words.find((word) => !(word in SCALE_ROWS) && !(sizeIn(word) >= 1));
  if (unknown !== undefined) {
    throw new RangeError(`${unknown} is no row (${Object.keys(SCALE_ROWS).join(', ')}) and no number of Actions`);
  }
  const ids = words.filter((word) => word in SCALE_ROWS);
  const sizes = words.filter((word) => !(word in SCALE_ROWS)).map(sizeIn);
  const base = mkdtempSync(join(tmpdir(), 'trigger-lab-scale-'));
  try {
    const figures = (sizes.length > 0 ? sizes : SIZES).flatMap((size) =>
      figuresAt(size, ids.length > 0 ? ids : Object.keys(SCALE_ROWS), base),
    );
    if (isJson) process.stdout.write(`${JSON.stringify({ rows: figures }, null, 2)}\n`);
    else console.table(asTable(figures));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function figuresAt(actions: number, ids: readonly string[], base: string): Figure[] {
  const prepared = join(base, `live-${actions}`);
  if (ids.some(isOnDisk)) inProcess('prepare', prepared, actions);
  const figures = ids.flatMap((id): Figure[] => {
    const folder = join(base, `${id}-${actions}`);
    if (isOnDisk(id)) cpSync(prepared, folder, { recursive: true });
    try {
      const { value } = JSON.parse(inProcess(id, folder, actions)) as { value: number };
      return [{ id, actions, value, unit: SCALE_ROWS[id]?.unit ?? '' }];
    } catch (error) {
      // That a figure cannot be had at this size is a finding too; the others are still wanted.
      process.stderr.write(`${id} at ${actions} Actions: ${error instanceof Error ? error.message : error}\n`);
      return [];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  rmSync(prepared, { recursive: true, force: true });
  return figures;
}

function inProcess(id: string, folder: string, actions: number): string {
  return execFileSync(process.execPath, [`${import.meta.dirname}/measure-scale.ts`, id, folder, String(actions)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A line a row, a column a size. */
function asTable(figures: readonly Figure[]): Record<string, string>[] {
  const lines = Map.groupBy(figures, ({ id }) => id);
  return [...lines].map(([id, line]) => ({
    id,
    what: SCALE_ROWS[id]?.title ?? '',
    unit: SCALE_ROWS[id]?.unit ?? '',
    ...Object.fromEntries(
      line.map(({ actions, value }) => [`at ${actions.toLocaleString('en')}`, value.toLocaleString('en')]),
    ),
  }));
}
