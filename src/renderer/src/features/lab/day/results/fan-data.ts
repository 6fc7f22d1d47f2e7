/** Bands over the clock, with the outage and without: what a fan chart draws and what its table says. */

import type { Band, DayPoint, DayRun } from '../../../../../../shared/lab-day.ts';
import { upperFirst } from '../../../../../../views/words/figures.ts';
import type { ChartData } from '../../../../chart/chart-data.ts';
import { clockLabel } from './clock-axis.ts';
import { ageText } from './day-figures.ts';

/** What is drawn over the clock. */
export type FanQuantity = 'waiting' | 'oldestMs';

export interface FanRow {
  readonly afterMs: number;
  readonly plain: Band;
  readonly withOutage: Band | null;
}

export function fanRows({ plain, withOutage }: DayRun, quantity: FanQuantity): readonly FanRow[] {
  const other: readonly DayPoint[] | undefined = withOutage?.points;
  return (plain?.points ?? []).map((point, index) => ({
    afterMs: point.afterMs,
    plain: point[quantity],
    withOutage: other?.[index]?.[quantity] ?? null,
  }));
}

/** Whether the External API is out. */
export function isOut({ request: { outage } }: DayRun, afterMs: number): boolean {
  return outage !== null && afterMs >= outage.fromMs && afterMs < outage.fromMs + outage.forMs;
}

/** The end of the vertical axis. */
export const highestOf = (rows: readonly FanRow[]): number =>
  rows.reduce((most, { plain, withOutage }) => Math.max(most, plain.high, withOutage?.high ?? 0), 0);

/** `4`, `25 min`. */
export const quantityText = (quantity: FanQuantity, value: number): string =>
  quantity === 'oldestMs' ? ageText(value) : value.toLocaleString('en');

/** `1 to 9`, `5 min to 1 h`. */
export const spreadText = (quantity: FanQuantity, { low, high }: Band): string =>
  `${quantityText(quantity, low)} to ${quantityText(quantity, high)}`;

const WITHOUT = 'without outage';
const WITH = 'with outage';
const PARTS = [
  ['median', 'median'],
  ['low', '10 %'],
  ['high', '90 %'],
] as const;

/** The same for other programs. */
export function fanFigures(run: DayRun, quantity: FanQuantity): ChartData {
  const unit = quantity === 'oldestMs' ? 'duration' : 'number';
  const hasOutage = run.withOutage !== null;
  const sides = hasOutage ? ([WITHOUT, WITH] as const) : ([null] as const);
  const columns = sides.flatMap((side) =>
    PARTS.map(([, name]) => ({ header: upperFirst(side === null ? name : `${name} ${side}`), unit }) as const),
  );
  const cells = (band: Band | null) => PARTS.map(([part]) => band?.[part] ?? null);
  return {
    columns: [{ header: 'Time', unit: 'text' }, ...columns],
    rows: fanRows(run, quantity).map(({ afterMs, plain, withOutage }) => [
      clockLabel(run.startAt, run.request.lengthMs, afterMs),
      ...cells(plain),
      ...(hasOutage ? cells(withOutage) : []),
    ]),
  };
}
