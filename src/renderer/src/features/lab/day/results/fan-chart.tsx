/** A quantity over the clock: the median day as a line, 8 of 10 days as a band, and where the External API is out. */
import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceArea, Tooltip, XAxis, YAxis } from 'recharts';
import { countText } from '../../../../../../shared/counted.ts';
import { DAY_MS, describeDuration } from '../../../../../../shared/duration.ts';
import type { DayRun } from '../../../../../../shared/lab-day.ts';
import { clockLabel } from '../../../../../../views/lab/day/clock-label.ts';
import { GRID, TICK } from '../../../../chart/axes.ts';
import { FillPattern } from '../../../../chart/pattern.tsx';
import { clockTicks, countTicks, durationTicksOver } from '../../../../chart/ticks.ts';
import { OUTAGE_LOOK, seriesOf } from './day-series.ts';
import { FAN_HEIGHT, type FanQuantity, fanRows, highestOf } from './fan-data.ts';
import { FanReadout } from './fan-readout.tsx';
import classes from './results.module.css';

/** The same for all, so that charts below one another share their clock. */
const AXIS_WIDTH = 56;
const TICK_WIDTHS = { clock: 50, weekday: 76 };
const MARGIN = { top: 8, right: 22, bottom: 0, left: 0 };

interface FanChartProps {
  /** What it shows, for those who cannot see it. */
  readonly name: string;
  readonly run: DayRun;
  readonly quantity: FanQuantity;
}

export function FanChart({ name, run, quantity }: FanChartProps) {
  const hatch = useId();
  const { ref, width } = useElementSize();
  const { startAt, request } = run;
  const { lengthMs, outage } = request;
  const rows = fanRows(run, quantity);
  const heights = (quantity === 'oldestMs' ? durationTicksOver : countTicks)(highestOf(rows));
  const tickWidth = TICK_WIDTHS[lengthMs > DAY_MS ? 'weekday' : 'clock'];
  const plotWidth = width - AXIS_WIDTH - MARGIN.right;
  return (
    <div ref={ref} className={classes.chart} style={{ height: FAN_HEIGHT }}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={FAN_HEIGHT}
          data={[...rows]}
          margin={MARGIN}
          accessibilityLayer
          title={name}
        >
          <defs>
            <FillPattern id={hatch} {...OUTAGE_LOOK} />
          </defs>
          <CartesianGrid vertical={false} {...GRID} />
          <XAxis
            type="number"
            dataKey="afterMs"
            domain={[0, lengthMs]}
            ticks={clockTicks(startAt, lengthMs, plotWidth / tickWidth)}
            tickFormatter={(afterMs: number) => clockLabel(startAt, lengthMs, afterMs)}
            interval={0}
            height={24}
            tick={TICK}
            tickLine={GRID}
            axisLine={{ stroke: 'var(--mantine-color-default-border)' }}
          />
          <YAxis
            width={AXIS_WIDTH}
            domain={[0, heights.at(-1) ?? 1]}
            ticks={heights}
            tickFormatter={quantity === 'oldestMs' ? ageTick : countText}
            interval={0}
            tick={TICK}
            tickLine={false}
            axisLine={false}
          />
          {outage !== null && (
            <ReferenceArea
              x1={outage.fromMs}
              x2={Math.min(outage.fromMs + outage.forMs, lengthMs)}
              fill={`url(#${hatch})`}
              fillOpacity={1}
              stroke={OUTAGE_LOOK.colour}
              strokeOpacity={0.7}
            />
          )}
          {seriesOf(run).map(({ key, colour, bandOpacity }) => (
            <Area
              key={`${key}-band`}
              dataKey={({ [key]: band }: (typeof rows)[number]) => band && [band.low, band.high]}
              type="linear"
              stroke="none"
              fill={colour}
              fillOpacity={bandOpacity}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          {seriesOf(run).map(({ key, colour, dashes }) => (
            <Line
              key={key}
              dataKey={`${key}.median`}
              type="linear"
              stroke={colour}
              strokeWidth={2}
              strokeDasharray={dashes}
              dot={false}
              activeDot={{ r: 3.5, fill: colour, stroke: 'var(--lab-surface)' }}
              isAnimationActive={false}
            />
          ))}
          <Tooltip
            content={<FanReadout run={run} quantity={quantity} />}
            cursor={{ stroke: 'var(--mantine-color-dimmed)', strokeDasharray: '2 2' }}
            isAnimationActive={false}
            offset={14}
          />
        </ComposedChart>
      )}
    </div>
  );
}

const ageTick = (ms: number) => (ms === 0 ? '0' : describeDuration(ms));
