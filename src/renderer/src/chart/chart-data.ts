/** What a chart shows, as a table: for reading, and as CSV for other programs. */
import type { Unit } from '../../../shared/lab.ts';
import { csvCell } from '../../../shared/plain-text.ts';
import { measureText } from '../../../views/words/figure-text.ts';

/** `number` is a number as it is, such as a count of retries. */
type ColumnUnit = Unit | 'text' | 'number';

interface ChartColumn {
  readonly header: string;
  readonly unit: ColumnUnit;
}
export type Cell = string | number | null;

export interface ChartData {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** As the table shows it. */
export function cellText(cell: Cell | undefined, unit: ColumnUnit): string {
  if (typeof cell === 'string') return cell;
  if (unit === 'text' || unit === 'number') return cell == null ? '' : cell.toLocaleString('en');
  return measureText(unit, cell ?? null);
}

/** What the numbers of a column are, where another program cannot tell. */
const CSV_UNITS: Partial<Record<ColumnUnit, string>> = { share: ' (share)', duration: ' (ms)' };

/** RFC 4180: lines end in CRLF, what needs quotes has them. Numbers are not rounded. */
export function csvOf({ columns, rows }: ChartData): string {
  const lines = [columns.map(({ header, unit }) => `${header}${CSV_UNITS[unit] ?? ''}`), ...rows];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
