/** A fan chart as a table. */

import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { clockLabel } from '../../../../../../views/lab/day/clock-label.ts';
import { type PlainColumn, PlainTable } from '../../../../table/plain-table.tsx';
import { type DaySeries, seriesOf } from './day-series.ts';
import { type FanQuantity, type FanRow, fanRows, isOut, quantityText, spreadText } from './fan-data.ts';
import classes from './results.module.css';

interface FanTableProps {
  readonly label: string;
  readonly run: DayRun;
  readonly quantity: FanQuantity;
}

export function FanTable({ label, run, quantity }: FanTableProps) {
  const series = seriesOf(run);
  return (
    <PlainTable
      label={label}
      className={classes.points}
      maxHeight={300}
      rows={fanRows(run, quantity)}
      rowKey={({ afterMs }) => afterMs}
      rowClass={({ afterMs }) => (isOut(run, afterMs) ? classes.out : undefined)}
      groups={
        series.length > 1
          ? [{ label: '', span: 1 }, ...series.map((each) => ({ label: each.label, span: 2 }))]
          : undefined
      }
      columns={[
        {
          key: 'time',
          header: 'Time',
          isName: true,
          titleOf: ({ afterMs }) => (isOut(run, afterMs) ? 'API outage' : undefined),
          render: ({ afterMs }) => clockLabel(run.startAt, run.request.lengthMs, afterMs),
        },
        ...series.flatMap((each) => bandColumns(each, quantity)),
      ]}
    />
  );
}

const bandColumns = ({ key }: DaySeries, quantity: FanQuantity): readonly PlainColumn<FanRow>[] => [
  {
    key: `${key} median`,
    header: 'Median',
    align: 'right',
    begins: true,
    render: ({ [key]: band }) => band && quantityText(quantity, band.median),
  },
  {
    key: `${key} spread`,
    header: '8 of 10 days',
    align: 'right',
    render: ({ [key]: band }) => band && spreadText(quantity, band),
  },
];
