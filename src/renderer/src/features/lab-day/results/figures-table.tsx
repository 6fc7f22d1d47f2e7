/** The row of figures; where an outage is played, a row each way and one for what it makes of the day. */
import type { DayRun } from '../../../../../shared/lab-day.ts';
import { dayFigures } from './day-figures.ts';
import { seriesOf } from './day-series.ts';
import classes from './figures-table.module.css';

export function FiguresTable({ run }: { readonly run: DayRun }) {
  const figures = dayFigures(run);
  const hasOutage = run.request.outage !== null;
  return (
    <table className={classes.figures} aria-label="Figures">
      <thead>
        <tr>
          <td />
          {figures.map(({ key, label, help }) => (
            <th key={key} scope="col" title={help}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {seriesOf(hasOutage).map(({ key, label }) => (
          <tr key={key} aria-label={label} className={key === 'withOutage' ? classes.withOutage : undefined}>
            <th scope="row">{label}</th>
            {figures.map((figure) => (
              <td key={figure.key} title={figure.help}>
                {figure[key]}
              </td>
            ))}
          </tr>
        ))}
        {hasOutage && (
          <tr aria-label="Difference" className={classes.difference}>
            <th scope="row">Difference</th>
            {figures.map(({ key, difference }) => (
              <td key={key} data-none={difference === '0' || undefined}>
                {difference}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
