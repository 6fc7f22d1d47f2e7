/** One chart of the dashboard: some series over virtual time, as stacked bars or as lines, with their table and files. */
import { useId } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { describeDuration } from '../../../../shared/duration.ts';
import type { DashboardView } from '../../../../views/dashboard/dashboard-tally.ts';
import { AXIS, BAR_CURSOR, GRID, LINES } from '../../chart/axes.ts';
import type { ChartData } from '../../chart/chart-data.ts';
import { ChartPanel } from '../../chart/chart-panel.tsx';
import { Legend, LegendEntry, MarkBox, Swatch } from '../../chart/legend.tsx';
import { FillPattern } from '../../chart/pattern.tsx';
import { Readout } from '../../chart/readout.tsx';
import { countTicks, durationTicksOver } from '../../chart/ticks.ts';
import type { Pattern } from '../../theme/pattern.ts';
import { binLabel, binSpan, binTicks } from './bin-axis.ts';

/** One quantity, with a value for each bin. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** Of a bar; lines have a look of their own, in order. */
  readonly look?: { readonly colour: string; readonly pattern: Pattern } | undefined;
}

interface SeriesChartProps {
  readonly title: string;
  readonly note: string;
  readonly view: DashboardView;
  readonly as: 'bars' | 'lines';
  /** Counts, or durations in milliseconds. */
  readonly unit: 'number' | 'duration';
  readonly series: readonly Series[];
  /** In pixels. */
  readonly height?: number;
}

const MARGIN = { top: 8, right: 22, bottom: 0, left: 0 };
const MOST_LABELS = 6;

const lineOf = (index: number) => LINES[index % LINES.length] ?? LINES[0];
const textOf = (unit: SeriesChartProps['unit'], value: number | null) =>
  value === null
    ? 'none'
    : unit === 'duration'
      ? describeDuration(Math.round(value / 1_000) * 1_000)
      : value.toLocaleString('en');

export function SeriesChart({ title, note, view, as, unit, series, height = 190 }: SeriesChartProps) {
  const patterns = useId();
  const rows = Array.from({ length: view.binCount }, (_, bin) => ({
    bin,
    values: series.map(({ values }) => values[bin] ?? null),
  }));
  const heights = (unit === 'duration' ? durationTicksOver : countTicks)(
    Math.max(
      0,
      ...rows.map(({ values }) => (as === 'bars' ? sum(values) : Math.max(0, ...values.map((value) => value ?? 0)))),
    ),
  );
  const data: ChartData = {
    columns: [{ header: 'From', unit: 'text' }, ...series.map(({ label }) => ({ header: label, unit }))],
    rows: rows.map(({ bin, values }) => [binLabel(view, bin), ...values]),
  };
  const fillOf = (index: number, { look }: Series) =>
    look === undefined || look.pattern === 'solid'
      ? (look?.colour ?? lineOf(index).stroke)
      : `url(#${patterns}-${index})`;
  return (
    <ChartPanel title={title} note={note} data={data} legend={<SeriesLegend as={as} series={series} fillOf={fillOf} />}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={MARGIN} accessibilityLayer title={title}>
          <defs>
            {series.map(({ label, look }, index) =>
              look === undefined ? null : <FillPattern key={label} id={`${patterns}-${index}`} {...look} />,
            )}
          </defs>
          <CartesianGrid vertical={false} {...GRID} />
          <XAxis
            dataKey="bin"
            ticks={binTicks(view, MOST_LABELS)}
            tickFormatter={(bin: number) => binLabel(view, bin)}
            interval={0}
            height={24}
            {...AXIS}
          />
          <YAxis
            width={52}
            domain={[0, heights.at(-1) ?? 1]}
            ticks={heights}
            tickFormatter={(value: number) => textOf(unit, value)}
            interval={0}
            {...AXIS}
          />
          <Tooltip
            cursor={BAR_CURSOR}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const row = payload?.[0]?.payload as (typeof rows)[number] | undefined;
              if (!active || row === undefined) return null;
              const lines = series.map(({ label }, index) => `${label}: ${textOf(unit, row.values[index] ?? null)}`);
              return <Readout title={binSpan(view, row.bin)} lines={lines} />;
            }}
          />
          {series.map((each, index) =>
            as === 'bars' ? (
              <Bar
                key={each.label}
                dataKey={({ values }: (typeof rows)[number]) => values[index]}
                stackId="all"
                fill={fillOf(index, each)}
                stroke={each.look?.colour ?? lineOf(index).stroke}
                isAnimationActive={false}
              />
            ) : (
              <Line
                key={each.label}
                dataKey={({ values }: (typeof rows)[number]) => values[index]}
                type="linear"
                stroke={lineOf(index).stroke}
                strokeDasharray={lineOf(index).dash ?? 'none'}
                strokeWidth={2}
                dot={view.binCount === 1}
                activeDot={{ r: 3.5 }}
                isAnimationActive={false}
              />
            ),
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}

interface SeriesLegendProps {
  readonly as: SeriesChartProps['as'];
  readonly series: readonly Series[];
  readonly fillOf: (index: number, series: Series) => string;
}

function SeriesLegend({ as, series, fillOf }: SeriesLegendProps) {
  return (
    <Legend>
      {series.map((each, index) => (
        <LegendEntry
          key={each.label}
          mark={
            as === 'lines' ? (
              <Swatch colour={lineOf(index).stroke} dash={lineOf(index).dash ?? 'none'} />
            ) : (
              <MarkBox width={22} height={12}>
                <rect y={1} width={22} height={10} rx={2} fill={fillOf(index, each)} stroke={each.look?.colour} />
              </MarkBox>
            )
          }
        >
          {each.label}
        </LegendEntry>
      ))}
    </Legend>
  );
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
