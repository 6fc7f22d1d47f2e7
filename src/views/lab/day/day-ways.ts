/** The ways a day is played, called what they are. */
import type { DayRun } from '../../../shared/lab-day.ts';

/** A way, by the part of a run that has what came of it. */
export type DayWay = 'plain' | 'withOutage' | 'withoutAny';

/** Which outages the day and its API have. */
export type Outages = Pick<DayRun, 'request' | 'hasOwnOutages'>;

interface NamedWay {
  readonly key: DayWay;
  readonly label: string;
}

const WITHOUT_ANY: NamedWay = { key: 'withoutAny', label: 'Without any outage' };

/** The API's own outages stay where only the day's is left out. The one that was asked about comes last. */
export function waysOf({ request, hasOwnOutages }: Outages): readonly NamedWay[] {
  if (request.outage === null) {
    const alone: NamedWay = { key: 'plain', label: 'As configured' };
    return hasOwnOutages ? [WITHOUT_ANY, alone] : [alone];
  }
  if (!hasOwnOutages) {
    return [
      { key: 'plain', label: 'Without outage' },
      { key: 'withOutage', label: 'With outage' },
    ];
  }
  return [
    WITHOUT_ANY,
    { key: 'plain', label: 'Without the day’s outage' },
    { key: 'withOutage', label: 'With the day’s outage' },
  ];
}
