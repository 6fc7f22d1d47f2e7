/** How busy each person is: a bar for the share of the working hours, with the outage and without side by side. */
import type { DayPerson, DayRun } from '../../../../../shared/lab-day.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { averageText, shareText } from './day-figures.ts';
import classes from './day-people.module.css';
import { type DaySeries, seriesOf } from './day-series.ts';
import { peopleTable, personRows } from './people-data.ts';

const TITLE = 'How busy people are';

export function DayPeople({ run }: { readonly run: DayRun }) {
  const rows = personRows(run);
  const series = seriesOf(run.request.outage !== null);
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
        <p className={classes.note}>Nobody works on this day.</p>
      ) : (
        <table className={classes.people} aria-label={TITLE}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Works</th>
              {series.map(({ key, label }) => (
                <th key={key} scope="col" colSpan={2}>
                  {series.length === 1 ? 'Busy, items a day' : label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.index}>
                <th scope="row">{row.name}</th>
                <td className={classes.hours}>{row.hours}</td>
                {series.map((each) => (
                  <Busy key={each.key} name={row.name} series={each} person={row[each.key]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ChartPanel>
  );
}

interface BusyProps {
  readonly name: string;
  readonly series: DaySeries;
  readonly person: DayPerson | null;
}

function Busy({ name, series: { key, label, colour }, person }: BusyProps) {
  if (person === null) return <td colSpan={2} />;
  const { busyShare, itemsPerDay } = person;
  const items = averageText(itemsPerDay);
  return (
    <>
      <td title={`${name}, ${label.toLowerCase()}: ${shareText(busyShare)} of the working hours, ${items} items a day`}>
        <span className={classes.busy}>
          <span className={classes.track}>
            <span
              className={classes.bar}
              data-series={key}
              style={{ width: `${Math.min(busyShare, 1) * 100}%`, background: colour }}
            />
          </span>
          <span className={classes.share}>{shareText(busyShare)}</span>
        </span>
      </td>
      <td className={classes.items}>{items} items</td>
    </>
  );
}
