/** How each External API does: which of its calls connected, what it does now, and what waits for it. */

import { counted } from '../../../../shared/counted.ts';
import { waitingByApi } from '../../../../views/api/api-waiting.ts';
import type { DashboardView } from '../../../../views/dashboard/dashboard-tally.ts';
import { share } from '../../../../views/words/figures.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import { statusStyle } from '../../theme/status.ts';
import { SeriesChart } from './series-chart.tsx';

const CONNECTED = statusStyle('Closed', 'Done Successfully');
const FAILED = statusStyle('Closed', 'Not Done Successfully');

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

export function ApiCharts({ view }: { readonly view: DashboardView }) {
  const now = useFromSettledWorld((world) => {
    const waiting = waitingByApi(world);
    return new Map(
      [...world.externalApis].map(([name, api]) => [name, { to: api.switch, count: waiting(name).length }]),
    );
  }, []);
  // Those in trouble first.
  const apis = [...view.apis].sort((left, right) => total(right.failed) - total(left.failed));
  return apis.map(({ externalApi, connected, failed }) => {
    const [connectedCount, failedCount] = [total(connected), total(failed)];
    const callCount = connectedCount + failedCount;
    const state = now?.get(externalApi);
    const note = [
      callCount === 0
        ? 'no call has ended yet'
        : `${share(connectedCount / callCount)} of ${counted(callCount, 'call')} connected`,
      ...(state === undefined
        ? ['deleted']
        : [
            state.to === 'As configured' ? 'as configured' : `switched to ${state.to}`,
            `${counted(state.count, 'Action')} waiting`,
          ]),
    ].join(', ');
    return (
      <SeriesChart
        key={externalApi}
        title={`Calls to ${externalApi}`}
        note={note}
        view={view}
        as="bars"
        unit="number"
        height={120}
        series={[
          { label: 'Connected', values: connected, look: { colour: CONNECTED.fill, pattern: 'solid' } },
          { label: 'Failed', values: failed, look: { colour: FAILED.fill, pattern: 'diagonal' } },
        ]}
      />
    );
  });
}
