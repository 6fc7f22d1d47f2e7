/** How busy each person is: a bar for the share of the working hours, with the outage and without side by side. */

import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { averageText } from '../../../../../../views/lab/day/day-figures.ts';
import { type PersonRow, personRows } from '../../../../../../views/lab/day/person-rows.ts';
import { share } from '../../../../../../views/words/figures.ts';
import { ChartPanel } from '../../../../chart/chart-panel.tsx';
import { type PlainColumn, PlainTable } from '../../../../table/plain-table.tsx';
import classes from './day-people.module.css';
import { type DaySeries, seriesOf } from './day-series.ts';
import { peopleTable } from './people-data.ts';

const TITLE = 'How busy people are';

export function DayPeople({ run }: { readonly run: DayRun }) {
  const rows = personRows(run);
  const series = seriesOf(run);
  return (
    <ChartPanel
      title={TITLE}
      note="share of the working hours, items a day"
      data={peopleTable(run)}
      fileName="working-day-people"
      isTable
      isPart
    >
      {rows.length === 0 ? (
        <p className={classes.none}>Nobody works on this day.</p>
      ) : (
        <PlainTable
          label={TITLE}
          isTight
          rows={rows}
          rowKey={({ index }) => index}
          groups={
            series.length > 1 ? [{ label: '', span: 2 }, ...series.map(({ label }) => ({ label, span: 2 }))] : undefined
          }
          columns={[NAME, HOURS, ...series.flatMap(busyColumns)]}
        />
      )}
    </ChartPanel>
  );
}

const NAME: PlainColumn<PersonRow> = { key: 'person', header: 'Person', isName: true, render: ({ name }) => name };
const HOURS: PlainColumn<PersonRow> = {
  key: 'works',
  header: 'Works',
  render: ({ hours }) => <span className={classes.hours}>{hours}</span>,
};

function busyColumns(series: DaySeries): readonly PlainColumn<PersonRow>[] {
  const { key, label } = series;
  return [
    {
      key: `${key} busy`,
      header: 'Busy',
      titleOf: ({ name, [key]: person }) =>
        person === null
          ? undefined
          : `${name}, ${label.toLowerCase()}: ${share(person.busyShare)} of the working hours, ${averageText(person.itemsPerDay)} items a day`,
      render: ({ [key]: person }) => person && <Busy part={person.busyShare} series={series} />,
    },
    {
      key: `${key} items`,
      header: 'Items a day',
      align: 'right',
      render: ({ [key]: person }) => person && averageText(person.itemsPerDay),
    },
  ];
}

function Busy({ part, series: { key, colour } }: { readonly part: number; readonly series: DaySeries }) {
  return (
    <span className={classes.busy}>
      <span className={classes.track}>
        <span
          className={classes.bar}
          data-series={key}
          style={{ width: `${Math.min(part, 1) * 100}%`, background: colour }}
        />
      </span>
      <span className={classes.share}>{share(part)}</span>
    </span>
  );
}
