/** What happened so far: how Actions end, how many, what waits in the queues, and how each External API does, over virtual time. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DashboardView } from '../../../../views/dashboard/dashboard-tally.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { statusStyle } from '../../theme/status.ts';
import { ApiCharts } from './api-charts.tsx';
import { perBin } from './bin-axis.ts';
import classes from './dashboard.module.css';
import { Figures } from './figures.tsx';
import { SeriesChart } from './series-chart.tsx';
import { useDashboard } from './use-dashboard.ts';

/** More lines than this cannot be told apart; the Queues screen has all. */
const MOST_QUEUES = 6;

export function DashboardScreen() {
  const view = useDashboard();
  if (view === null) return null;
  return (
    <Page title="Dashboard" aside="All that happened in this workspace, over virtual time">
      {view.actionsLaunched.some((count) => count > 0) ? <Charts view={view} /> : <Nothing />}
    </Page>
  );
}

function Nothing() {
  return (
    <EmptyState
      sentence="Nothing was launched in this workspace yet. Launch Cases, then let time run: endings, throughput, queues and the health of each External API show here."
      action={<Button onClick={() => navigate(paths.cases)}>Go to Cases</Button>}
    />
  );
}

function Charts({ view }: { readonly view: DashboardView }) {
  const closed = view.actionsLaunched.map((_, bin) =>
    view.endings.reduce((sum, { counts }) => sum + (counts[bin] ?? 0), 0),
  );
  const queues = [...view.queues]
    .sort((left, right) => Math.max(...right.lengths) - Math.max(...left.lengths))
    .slice(0, MOST_QUEUES)
    .map(({ queue, ...series }) => ({ label: queue ?? 'No queue', ...series }));
  return (
    <>
      <Figures view={view} />
      <div className={classes.charts}>
        <SeriesChart
          title="Endings"
          note={`Actions closed ${perBin(view)}`}
          view={view}
          as="bars"
          unit="number"
          series={view.endings.map(({ resolutionMethod, counts }) => {
            const { fill, pattern } = statusStyle('Closed', resolutionMethod);
            return { label: resolutionMethod, values: counts, look: { colour: fill, pattern } };
          })}
        />
        <SeriesChart
          title="Throughput"
          note={perBin(view)}
          view={view}
          as="lines"
          unit="number"
          series={[
            { label: 'Actions launched', values: view.actionsLaunched },
            { label: 'Actions closed', values: closed },
            { label: 'Cases closed', values: view.casesClosed },
          ]}
        />
        <Either
          isThere={queues.length > 0}
          otherwise="No Action has come to a queue yet: one does after an unsuccessful response or a timeout, and when it is manual."
        >
          <SeriesChart
            title="Queue lengths"
            note="Actions in each queue"
            view={view}
            as="lines"
            unit="number"
            series={queues.map(({ label, lengths }) => ({ label, values: lengths }))}
          />
          <SeriesChart
            title="Queue ages"
            note="how long the oldest Action has been in each queue"
            view={view}
            as="lines"
            unit="duration"
            series={queues.map(({ label, oldestMs }) => ({ label, values: oldestMs }))}
          />
        </Either>
        <Either isThere={view.apis.length > 0} otherwise="No External API was called yet.">
          <ApiCharts view={view} />
        </Either>
      </div>
      <p className={classes.note}>
        It covers the Cases that are still in the workspace. <AppLink to={paths.lab}>The Lab</AppLink> says how likely
        each ending is.
      </p>
    </>
  );
}

interface EitherProps {
  readonly isThere: boolean;
  readonly otherwise: string;
  readonly children: ReactNode;
}

function Either({ isThere, otherwise, children }: EitherProps) {
  return isThere ? children : <p className={classes.note}>{otherwise}</p>;
}
