/** The ways a day is played, as charts and tables show them, called what they are: never told apart by colour alone. */
import type { DayRun } from '../../../../../../shared/lab-day.ts';

/** A way, by the part of a run that has what came of it. */
export type DayWay = 'plain' | 'withOutage' | 'withoutAny';

export interface DaySeries {
  readonly key: DayWay;
  readonly label: string;
  readonly colour: string;
  /** As SVG has it. */
  readonly dashes: string;
  readonly bandOpacity: number;
}

const MAIN = { colour: 'var(--lab-accent)', dashes: 'none', bandOpacity: 0.22 };
const OTHER = { colour: 'var(--mantine-color-dimmed)', dashes: '5 3', bandOpacity: 0.16 };
/** A line without a band, for three bands over one another cannot be read. */
const THIRD = { colour: 'light-dark(#1d7a4c, #58c08c)', dashes: '2 3', bandOpacity: 0 };

const WITHOUT_ANY = { key: 'withoutAny', label: 'Without any outage' } as const;

/** Which outages the day and its API have. */
export type Outages = Pick<DayRun, 'request' | 'hasOwnOutages'>;

/** The API's own outages stay where only the day's is left out. */
export function seriesOf({ request, hasOwnOutages }: Outages): readonly DaySeries[] {
  if (request.outage === null) {
    const alone: DaySeries = { key: 'plain', label: 'As configured', ...MAIN };
    return hasOwnOutages ? [{ ...WITHOUT_ANY, ...OTHER }, alone] : [alone];
  }
  if (!hasOwnOutages) {
    return [
      { key: 'plain', label: 'Without outage', ...OTHER },
      { key: 'withOutage', label: 'With outage', ...MAIN },
    ];
  }
  return [
    { ...WITHOUT_ANY, ...THIRD },
    { key: 'plain', label: 'Without the day’s outage', ...OTHER },
    { key: 'withOutage', label: 'With the day’s outage', ...MAIN },
  ];
}

/** The ground where the External API is out. */
export const OUTAGE_LOOK = {
  colour: 'var(--status-closed-failed-fill)',
  pattern: 'diagonal',
  isGround: true,
} as const;
