/** The figures of days, as they are read: averages with one digit, waits in words, what the outage adds with its sign. */
import { describeDuration, SECOND_MS } from '../../../shared/duration.ts';
import type { DayOutcome, DayRun } from '../../../shared/lab-day.ts';

/** An average a day: `12.4`, `1,200.0`. */
export const averageText = (value: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** How long something waited: nobody asks for less than a second. */
export const ageText = (ms: number): string => describeDuration(Math.round(ms / SECOND_MS) * SECOND_MS);

interface FigureInfo {
  readonly key: string;
  readonly label: string;
  /** What exactly it counts. */
  readonly help: string;
  readonly of: (outcome: DayOutcome) => number | null;
  readonly text: (value: number) => string;
}

const FIGURES: readonly FigureInfo[] = [
  {
    key: 'launched',
    label: 'Launched',
    help: 'Cases launched a day, on average',
    of: ({ launched }) => launched,
    text: averageText,
  },
  {
    key: 'handedOver',
    label: 'Handed over',
    help: 'Actions handed over to people a day, on average',
    of: ({ handedOver }) => handedOver,
    text: averageText,
  },
  {
    key: 'escalated',
    label: 'Escalated',
    help: 'Cases that need their owner a day, on average',
    of: ({ escalated }) => escalated,
    text: averageText,
  },
  {
    key: 'workedOff',
    label: 'Finished',
    help: 'Items finished a day, on average',
    of: ({ workedOff }) => workedOff,
    text: averageText,
  },
  {
    key: 'leftOver',
    label: 'Left over',
    help: 'Items nobody had taken by the end of the day, on average',
    of: ({ leftOver }) => leftOver,
    text: averageText,
  },
  {
    key: 'waitMedian',
    label: 'Wait, median',
    help: 'From the hand-over until somebody took the item: half of those taken waited no longer',
    of: ({ waitMs }) => waitMs?.median ?? null,
    text: ageText,
  },
  {
    key: 'waitHigh',
    label: 'Wait, 9\u00a0of\u00a010',
    help: 'From the hand-over until somebody took the item: nine of ten of those taken waited no longer',
    of: ({ waitMs }) => waitMs?.high ?? null,
    text: ageText,
  },
];

export interface DayFigure {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly plain: string;
  /** `null` where no outage is played. */
  readonly withOutage: string | null;
  /** `null` where the API has no outage of its own. */
  readonly withoutAny: string | null;
  /** With its sign; `0` where both read alike. */
  readonly difference: string | null;
}

const NONE = '–';

/** Empty before the first day is in. */
export function dayFigures({ plain, withOutage, withoutAny }: DayRun): readonly DayFigure[] {
  if (plain === null) return [];
  return FIGURES.map(({ key, label, help, of, text }) => {
    const inWords = (value: number | null) => (value === null ? NONE : text(value));
    const before = of(plain);
    const after = withOutage === null ? null : of(withOutage);
    return {
      key,
      label,
      help,
      plain: inWords(before),
      withOutage: withOutage === null ? null : inWords(after),
      withoutAny: withoutAny === null ? null : inWords(of(withoutAny)),
      difference: withOutage === null ? null : differenceText(before, after, text),
    };
  });
}

function differenceText(before: number | null, after: number | null, text: (value: number) => string): string {
  if (before === null || after === null) return NONE;
  const amount = text(Math.abs(after - before));
  if (amount === text(0)) return '0';
  return `${after > before ? '+' : '\u2212'}${amount}`;
}
