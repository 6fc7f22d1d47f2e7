/** The ways a day is played, as charts and tables show them: never told apart by colour alone. */
import { type DayWay, type Outages, waysOf } from '../../../../../../views/lab/day/day-ways.ts';

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
const LOOKS = [MAIN, OTHER, THIRD] as const;

export function seriesOf(outages: Outages): readonly DaySeries[] {
  const ways = waysOf(outages);
  return ways.map((way, index) => ({ ...way, ...(LOOKS[ways.length - 1 - index] ?? MAIN) }));
}

/** The ground where the External API is out. */
export const OUTAGE_LOOK = {
  colour: 'var(--status-closed-failed-fill)',
  pattern: 'diagonal',
  isGround: true,
} as const;
