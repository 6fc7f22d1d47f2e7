/** What stands beside the pointer: the clock time, how long that is after the start, and both days there. */

import { describeDuration } from '../../../../../../shared/duration.ts';
import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { clockLabel } from '../../../../../../views/lab/day/clock-label.ts';
import { Readout } from '../../../../chart/readout.tsx';
import { seriesOf } from './day-series.ts';
import { type FanQuantity, type FanRow, isOut, quantityText, spreadText } from './fan-data.ts';
import classes from './results.module.css';

interface FanReadoutProps {
  readonly run: DayRun;
  readonly quantity: FanQuantity;
  /** From the chart. */
  readonly active?: boolean | undefined;
  readonly payload?: readonly { readonly payload?: unknown }[] | undefined;
}

export function FanReadout({ run, quantity, active = false, payload }: FanReadoutProps) {
  const row = payload?.[0]?.payload as FanRow | undefined;
  if (!active || row === undefined) return null;
  const { afterMs } = row;
  const since = afterMs === 0 ? 'the start' : `${describeDuration(afterMs)} after the start`;
  return (
    <Readout
      title={clockLabel(run.startAt, run.request.lengthMs, afterMs)}
      note={`${since}${isOut(run, afterMs) ? ', during the outage' : ''}`}
    >
      <table>
        <thead>
          <tr>
            <td>{quantity === 'waiting' ? 'Items' : ''}</td>
            <td>median</td>
            <td>8 of 10 days</td>
          </tr>
        </thead>
        <tbody>
          {seriesOf(run).map(({ key, label, colour }) => {
            const band = row[key];
            if (band === null) return null;
            return (
              <tr key={key}>
                <th scope="row">
                  <span className={classes.dot} style={{ background: colour }} />
                  {label}
                </th>
                <td>{quantityText(quantity, band.median)}</td>
                <td>{spreadText(quantity, band)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Readout>
  );
}
