/** A fan chart as a table. */
import type { DayRun } from '../../../../../shared/lab-day.ts';
import { clockLabel } from './clock-axis.ts';
import { seriesOf } from './day-series.ts';
import { type FanQuantity, fanRows, isOut, quantityText, spreadText } from './fan-data.ts';
import classes from './fan-table.module.css';

interface FanTableProps {
  readonly label: string;
  readonly run: DayRun;
  readonly quantity: FanQuantity;
}

export function FanTable({ label, run, quantity }: FanTableProps) {
  const series = seriesOf(run.request.outage !== null);
  return (
    // Scrolled with the arrow keys too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.points} aria-label={label}>
        <thead>
          {series.length > 1 && (
            <tr>
              <td />
              {series.map(({ key, label: name }) => (
                <th key={key} scope="colgroup" colSpan={2} data-begins>
                  {name}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">Time</th>
            {series.flatMap(({ key }) => [
              <th key={`${key}-median`} scope="col" data-begins>
                Median
              </th>,
              <th key={`${key}-spread`} scope="col">
                8 of 10 days
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {fanRows(run, quantity).map((row) => (
            <tr key={row.afterMs} data-out={isOut(run, row.afterMs) || undefined}>
              <th scope="row" title={isOut(run, row.afterMs) ? 'The API is out' : undefined}>
                {clockLabel(run.startAt, run.request.lengthMs, row.afterMs)}
              </th>
              {series.flatMap(({ key }) => {
                const band = row[key];
                return [
                  <td key={`${key}-median`} data-begins>
                    {band && quantityText(quantity, band.median)}
                  </td>,
                  <td key={`${key}-spread`}>{band && spreadText(quantity, band)}</td>,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
