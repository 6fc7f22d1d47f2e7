/** The figures of a chart as a table. */

import tables from '../features/lab/tables.module.css';
import { type ChartData, cellText } from './chart-data.ts';
import classes from './chart-panel.module.css';

interface ChartTableProps {
  readonly label: string;
  readonly data: ChartData;
}

export function ChartTable({ label, data: { columns, rows } }: ChartTableProps) {
  return (
    <div className={classes.tableBox}>
      <table className={tables.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ header, unit }) => (
              <th key={header} scope="col" className={unit === 'text' ? undefined : tables.figure}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table of figures have no other name
            <tr key={index}>
              {columns.map(({ header, unit }, column) => (
                <td key={header} className={unit === 'text' ? undefined : tables.figure}>
                  {cellText(cells[column], unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
