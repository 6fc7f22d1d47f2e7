/** The two ways a day is played, as charts and tables show them: never told apart by colour alone. */

export interface DaySeries {
  readonly key: 'plain' | 'withOutage';
  readonly label: string;
  readonly colour: string;
  /** As SVG has it. */
  readonly dashes: string;
  readonly bandOpacity: number;
}

const WITH_OUTAGE: DaySeries = {
  key: 'withOutage',
  label: 'With outage',
  colour: 'var(--lab-accent)',
  dashes: 'none',
  bandOpacity: 0.22,
};
const WITHOUT_OUTAGE: DaySeries = {
  key: 'plain',
  label: 'Without outage',
  colour: 'var(--mantine-color-dimmed)',
  dashes: '5 3',
  bandOpacity: 0.16,
};
/** Where there is nothing to compare it with. */
const ALONE: DaySeries = { ...WITH_OUTAGE, key: 'plain', label: 'As configured' };

export const seriesOf = (hasOutage: boolean): readonly DaySeries[] =>
  hasOutage ? [WITHOUT_OUTAGE, WITH_OUTAGE] : [ALONE];

/** The ground where the External API is out. */
export const OUTAGE_LOOK = {
  colour: 'var(--status-closed-failed-fill)',
  pattern: 'diagonal',
  isGround: true,
} as const;
