/** `npm run bench -- read`: how long scenario texts take to be read, from text to scenario. Words narrow it to kinds and sizes. */
import { execFileSync } from 'node:child_process';
import { READ_TEXTS } from './read-texts.ts';

/** UTF-16 units. */
const SIZES = [50_000, 500_000, 5_000_000];

/** As `--json` prints it. */
interface ReadFigure {
  readonly id: string;
  readonly size: number;
  /** Of the clock on the wall, and of the thread that reads: what others do on the machine counts for the former only. */
  readonly wallMs: number;
  readonly cpuMs: number;
  /** `null` where the text is right. */
  readonly problems: number | null;
  readonly maxRssMb: number;
}

const sizeIn = (word: string) => Number(word.replaceAll(/[,_]/g, ''));

/** Measures the kinds and sizes that `words` name, all where they name none; throws a RangeError at a word that is neither. */
export function benchRead(words: readonly string[], isJson: boolean): void {
  const unknown = words.find((word) => !(word in READ_TEXTS) && !(sizeIn(word) >= 1));
  if (unknown !== undefined) {
    throw new RangeError(`${unknown} is no kind of text (${Object.keys(READ_TEXTS).join(', ')}) and no size`);
  }
  const ids = words.filter((word) => word in READ_TEXTS);
  const sizes = words.filter((word) => !(word in READ_TEXTS)).map(sizeIn);
  const figures = (ids.length > 0 ? ids : Object.keys(READ_TEXTS)).flatMap((id) =>
    (sizes.length > 0 ? sizes : SIZES).map((size) => inProcess(id, size)),
  );
  if (isJson) process.stdout.write(`${JSON.stringify({ rows: figures }, null, 2)}\n`);
  else console.table(asTable(figures));
}

function inProcess(id: string, size: number): ReadFigure {
  const output = execFileSync(process.execPath, [`${import.meta.dirname}/measure-read.ts`, id, String(size)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { id, size, ...JSON.parse(output) };
}

/** A line a kind, a column a size. */
function asTable(figures: readonly ReadFigure[]): Record<string, string>[] {
  return [...Map.groupBy(figures, ({ id }) => id)].map(([id, line]) => ({
    text: id,
    ...Object.fromEntries(
      line.map(({ size, wallMs, cpuMs }) => [`${size.toLocaleString('en')}: ms (CPU)`, `${wallMs} (${cpuMs})`]),
    ),
    problems: line.map(({ problems }) => problems ?? '–').join(' '),
    'max RSS MB': String(Math.max(...line.map(({ maxRssMb }) => maxRssMb))),
  }));
}
