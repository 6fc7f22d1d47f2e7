/** Bands over the clock, with the outage and without: what a fan chart draws and what its table says. */

import { countText } from '../../../../../../shared/counted.ts';
import type { Band, DayOutcome, DayRun } from '../../../../../../shared/lab-day.ts';
import { clockLabel } from '../../../../../../views/lab/day/clock-label.ts';
import { ageText } from '../../../../../../views/lab/day/day-figures.ts';
import { lowerFirst, upperFirst } from '../../../../../../views/words/figures.ts';
import type { ChartData } from '../../../../chart/chart-data.ts';
import { seriesOf } from './day-series.ts';

/** Of a fan chart, in pixels. */
export const FAN_HEIGHT = 228;

/** What is drawn over the clock. */
export type FanQuantity = 'waiting' | 'oldestMs';

export interface FanRow {
  readonly afterMs: number;
  readonly plain: Band;
  readonly withOutage: Band | null;
  readonly withoutAny: Band | null;
}

export function fanRows({ plain, withOutage, withoutAny }: DayRun, quantity: FanQuantity): readonly FanRow[] {
  const bandOf = (outcome: DayOutcome | null, index: number) => outcome?.points[index]?.[quantity] ?? null;
  return (plain?.points ?? []).map((point, index) => ({
    afterMs: point.afterMs,
    plain: point[quantity],
    withOutage: bandOf(withOutage, index),
    withoutAny: bandOf(withoutAny, index),
  }));
}

/** Whether the External API is out. */
export function isOut({ request: { outage } }: DayRun, afterMs: number): boolean {
  return outage !== null && afterMs >= outage.fromMs && afterMs < outage.fromMs + outage.forMs;
}

/** The end of the vertical axis. */
export const highestOf = (rows: readonly FanRow[]): number =>
  rows.reduce((most, { plain, ...others }) => {
    const { withOutage, withoutAny } = others;
    return Math.max(most, plain.high, withOutage?.high ?? 0, withoutAny?.high ?? 0);
  }, 0);

/** `4`, `25 min`. */
export const quantityText = (quantity: FanQuantity, value: number): string =>
  quantity === 'oldestMs' ? ageText(value) : countText(value);

/** `1 to 9`, `5 min to 1 h`. */
export const spreadText = (quantity: FanQuantity, { low, high }: Band): string =>
  `${quantityText(quantity, low)} to ${quantityText(quantity, high)}`;

const PARTS = [
  ['median', 'median'],
  ['low', '10 %'],
  ['high', '90 %'],
] as const;

/** The same for other programs. */
export function fanFigures(run: DayRun, quantity: FanQuantity): ChartData {
  const unit = quantity === 'oldestMs' ? 'duration' : 'number';
  const ways = seriesOf(run);
  const columns = ways.flatMap(({ label }) =>
    PARTS.map(
      ([, name]) => ({ header: upperFirst(ways.length === 1 ? name : `${name} ${lowerFirst(label)}`), unit }) as const,
    ),
  );
  const cells = (band: Band | null) => PARTS.map(([part]) => band?.[part] ?? null);
  return {
    columns: [{ header: 'Time', unit: 'text' }, ...columns],
    rows: fanRows(run, quantity).map((row) => [
      clockLabel(run.startAt, run.request.lengthMs, row.afterMs),
      ...ways.flatMap(({ key }) => cells(row[key])),
    ]),
  };
}
