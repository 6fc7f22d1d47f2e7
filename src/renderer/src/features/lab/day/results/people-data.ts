/** Who is how busy, as a table says it. */
import type { DayOutcome, DayPerson, DayRun } from '../../../../../../shared/lab-day.ts';
import { lowerFirst } from '../../../../../../views/words/figures.ts';
import type { ChartData } from '../../../../chart/chart-data.ts';
import { clockLabel } from './clock-axis.ts';
import { seriesOf } from './day-series.ts';

export interface PersonRow {
  /** The place among the people: the same person may have two shifts. */
  readonly index: number;
  readonly name: string;
  /** `09:00 – 18:00`. */
  readonly hours: string;
  readonly plain: DayPerson;
  readonly withOutage: DayPerson | null;
  readonly withoutAny: DayPerson | null;
}

export function personRows({ request, startAt, plain, withOutage, withoutAny }: DayRun): readonly PersonRow[] {
  if (plain === null) return [];
  const of = (outcome: DayOutcome | null, index: number) => outcome?.people[index] ?? null;
  const clock = (afterMs: number) => clockLabel(startAt, request.lengthMs, afterMs);
  return request.people.flatMap(({ name, fromMs, toMs }, index): PersonRow[] => {
    const person = of(plain, index);
    if (person === null) return [];
    const hours = `${clock(fromMs)} – ${clock(toMs)}`;
    return [
      { index, name, hours, plain: person, withOutage: of(withOutage, index), withoutAny: of(withoutAny, index) },
    ];
  });
}

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
