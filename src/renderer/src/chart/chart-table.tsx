/** The figures of a chart as a table. */
import { PlainTable } from '../table/plain-table.tsx';
import { type Cell, type ChartData, cellText } from './chart-data.ts';

interface ChartTableProps {
  readonly label: string;
  readonly data: ChartData;
}

export function ChartTable({ label, data: { columns, rows } }: ChartTableProps) {
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={(_, index) => index}
      maxHeight={420}
      columns={columns.map(({ header, unit }, column) => ({
        key: header,
        header,
        align: unit === 'text' ? 'left' : 'right',
        render: (cells: readonly Cell[]) => cellText(cells[column], unit),
      }))}
    />
  );
}
