/** Who is how busy. */
import type { DayOutcome, DayPerson, DayRun } from '../../../shared/lab-day.ts';
import { clockLabel } from './clock-label.ts';

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
