/** What the days came to so far: progress while they are played, figures, and what an outage makes of them. */

import { Button, Progress } from '@mantine/core';
import { memo, useState } from 'react';
import { counted } from '../../../../../../shared/counted.ts';
import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { spanText } from '../../../../../../views/lab/day/clock-label.ts';
import { outageSentences } from '../../../../../../views/lab/day/outage-sentence.ts';
import { ChartPanel } from '../../../../chart/chart-panel.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { part } from '../../../../components/part.tsx';
import { Section } from '../../../../components/section.tsx';
import { cancelDays } from '../day-store.ts';
import { DayPeople } from './day-people.tsx';
import { FAN_HEIGHT, type FanQuantity, fanFigures } from './fan-data.ts';
import { FanLegend } from './fan-legend.tsx';
import { FanTable } from './fan-table.tsx';
import { FiguresTable } from './figures-table.tsx';
import classes from './results.module.css';

const REGION = 'Results';

/** With it come the charts. */
const FanChart = part(async () => (await import('./fan-chart.tsx')).FanChart, <div style={{ height: FAN_HEIGHT }} />);

interface DayResultsProps {
  readonly run: DayRun | null;
  /** The title of the run's Action type. */
  readonly title: string;
}

/** Redrawn for what was played, not for what is typed. */
export const DayResults = memo(Results);

function Results({ run, title }: DayResultsProps) {
  if (run === null) {
    return (
      <Section title={REGION} flush>
        <EmptyState sentence="Play days to see how many items wait for people over the day, how long the oldest has waited, how busy everyone is, and what an outage changes." />
      </Section>
    );
  }
  const { request, startAt, state, problem, plain } = run;
  const sentences = outageSentences(run);
  return (
    <Section title={REGION} aside={`${title}, ${spanText(startAt, request.lengthMs)}, seed ${request.seed}`}>
      <div className={classes.results}>
        <Played run={run} />
        {state === 'failed' && (
          <p role="alert" className={classes.problem}>
            The days could not be played to the end: {problem}
          </p>
        )}
        {plain !== null && (
          <>
            {sentences !== null && (
              <div className={classes.sentences} role="note" aria-label="In short">
                {sentences.map((sentence, index) => (
                  <p key={index === 0 ? 'waiting' : 'totals'} data-first={index === 0 || undefined}>
                    {sentence}
                  </p>
                ))}
              </div>
            )}
            <FiguresTable run={run} />
            <div className={classes.charts}>
              <Fan run={run} quantity="waiting" title="Items waiting" />
              <Fan run={run} quantity="oldestMs" title="Age of the oldest item" />
            </div>
            <DayPeople run={run} />
          </>
        )}
      </div>
    </Section>
  );
}

interface FanProps {
  readonly run: DayRun;
  readonly quantity: FanQuantity;
  readonly title: string;
}

function Fan({ run, quantity, title }: FanProps) {
  return (
    <ChartPanel
      isPart
      title={title}
      note="line: the median day, band: 8 of 10 days"
      legend={<FanLegend run={run} />}
      table={<FanTable label={title} run={run} quantity={quantity} />}
      data={fanFigures(run, quantity)}
      fileName={quantity === 'waiting' ? 'working-day-waiting' : 'working-day-oldest'}
    >
      <FanChart name={`${title} over the clock`} run={run} quantity={quantity} />
    </ChartPanel>
  );
}

const STATES: Readonly<Record<Exclude<DayRun['state'], 'running'>, string>> = {
  finished: 'All days are played',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

/** How far it is; the button to end it with what there is. */
function Played({ run: { id, state, playedCount, dayCount } }: { readonly run: DayRun }) {
  const [cancelledId, setCancelledId] = useState<string | null>(null);
  const isRunning = state === 'running';
  const days = playedCount === dayCount ? counted(dayCount, 'day') : `${playedCount} of ${counted(dayCount, 'day')}`;
  return (
    <div className={classes.played}>
      <span role="status" className={classes.playedText}>
        {isRunning ? `Playing: ${days}` : `${STATES[state]}: ${days}`}
      </span>
      {isRunning && (
        <>
          <Progress.Root size={6} className={classes.progress}>
            <Progress.Section value={(playedCount / dayCount) * 100} aria-label="Days played" />
          </Progress.Root>
          <Button
            variant="default"
            size="compact-xs"
            disabled={cancelledId === id}
            onClick={() => {
              setCancelledId(id);
              void cancelDays(id);
            }}
          >
            Cancel
          </Button>
        </>
      )}
    </div>
  );
}
