/** Who is how busy, as a table says it. */
import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { personRows } from '../../../../../../views/lab/day/person-rows.ts';
import { lowerFirst } from '../../../../../../views/words/figures.ts';
import type { ChartData } from '../../../../chart/chart-data.ts';
import { seriesOf } from './day-series.ts';

export function peopleTable(run: DayRun): ChartData {
  const ways = seriesOf(run);
  const sides = ways.map(({ label }) => (ways.length === 1 ? '' : ` ${lowerFirst(label)}`));
  return {
    columns: [
      { header: 'Person', unit: 'text' },
      { header: 'Works', unit: 'text' },
      ...sides.map((side) => ({ header: `Busy${side}`, unit: 'share' }) as const),
      ...sides.map((side) => ({ header: `Items a day${side}`, unit: 'number' }) as const),
    ],
    rows: personRows(run).map(({ name, hours, ...played }) => {
      const people = ways.flatMap(({ key }) => played[key] ?? []);
      return [name, hours, ...people.map((each) => each.busyShare), ...people.map((each) => each.itemsPerDay)];
    }),
  };
}
