/** The row of figures; where an outage is played, a row each way and one for what it makes of the day. */

import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { PlainTable } from '../../../../table/plain-table.tsx';
import { type DayFigure, dayFigures } from './day-figures.ts';
import { seriesOf } from './day-series.ts';
import classes from './results.module.css';

interface Row {
  readonly key: 'plain' | 'withOutage' | 'difference';
  readonly label: string;
}

const DIFFERENCE: Row = { key: 'difference', label: 'Difference' };

export function FiguresTable({ run }: { readonly run: DayRun }) {
  const hasOutage = run.request.outage !== null;
  const rows: readonly Row[] = hasOutage ? [...seriesOf(true), DIFFERENCE] : seriesOf(false);
  return (
    <PlainTable
      label="Figures"
      isTight
      className={classes.figures}
      rows={rows}
      rowKey={({ key }) => key}
      rowName={({ label }) => label}
      rowClass={({ key }) => classes[key]}
      columns={[
        { key: 'way', header: '', isName: true, render: ({ label }) => label },
        ...dayFigures(run).map((figure: DayFigure) => ({
          key: figure.key,
          header: figure.label,
          help: figure.help,
          align: 'right' as const,
          titleOf: () => figure.help,
          render: ({ key }: Row) => (figure[key] === '0' ? <span className={classes.note}>0</span> : figure[key]),
        })),
      ]}
    />
  );
}
