/** The results of many days, as averages and bands. */
import type { Band, DayOutcome, DayRequest } from '../../shared/lab-day.ts';
import { type Day, SAMPLE_MS } from './day.ts';

/** At least one day, all of the same request. */
export function outcomeOf(days: readonly Day[], { people }: DayRequest): DayOutcome {
  const mean = (of: (day: Day) => number) => days.reduce((sum, day) => sum + of(day), 0) / days.length;
  const waits = days.flatMap(({ waitsMs }) => waitsMs);
  const [first] = days;
  return {
    launched: mean(({ launched }) => launched),
    escalated: mean(({ escalated }) => escalated),
    handedOver: mean(({ handedOver }) => handedOver),
    workedOff: mean(({ workedOff }) => workedOff),
    leftOver: mean(({ leftOver }) => leftOver),
    waitMs: waits.length === 0 ? null : bandOf(waits),
    points: (first?.waiting ?? []).map((_, index) => ({
      afterMs: index * SAMPLE_MS,
      waiting: bandOf(days.map(({ waiting }) => waiting[index] ?? 0)),
      oldestMs: bandOf(days.map(({ oldestMs }) => oldestMs[index] ?? 0)),
    })),
    people: people.map(({ name, fromMs, toMs }, index) => ({
      name,
      busyShare: mean(({ busyMs }) => busyMs[index] ?? 0) / (toMs - fromMs),
      itemsPerDay: mean(({ itemCounts }) => itemCounts[index] ?? 0),
    })),
  };
}

/** The 10 %, 50 % and 90 % quantiles of at least one value. */
function bandOf(values: readonly number[]): Band {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (p: number) => sorted[Math.min(Math.ceil(p * sorted.length), sorted.length) - 1] ?? 0;
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}
