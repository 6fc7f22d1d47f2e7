/** The row of figures; a row for each way it is played, and where it has an outage one for what that makes of the day. */

import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { type DayFigure, dayFigures } from '../../../../../../views/lab/day/day-figures.ts';
import type { DayWay } from '../../../../../../views/lab/day/day-ways.ts';
import { PlainTable } from '../../../../table/plain-table.tsx';
import { seriesOf } from './day-series.ts';
import classes from './results.module.css';

interface Row {
  readonly key: DayWay | 'difference';
  readonly label: string;
}

const DIFFERENCE: Row = { key: 'difference', label: 'Difference' };

export function FiguresTable({ run }: { readonly run: DayRun }) {
  const hasOutage = run.request.outage !== null;
  const rows: readonly Row[] = [...seriesOf(run), ...(hasOutage ? [DIFFERENCE] : [])];
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
