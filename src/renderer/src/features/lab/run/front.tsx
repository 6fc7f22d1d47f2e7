/** Two measures that pull against each other: every variant as a point, those that nobody beats marked and listed. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import {
  CartesianGrid,
  ReferenceDot,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { countText } from '../../../../../shared/counted.ts';
import type { Unit, VariantResult } from '../../../../../shared/lab.ts';
import { type Marks, markOf } from '../../../../../views/lab/marks.ts';
import { measureInfo, measureTitle } from '../../../../../views/lab/measure-words.ts';
import { paretoFront } from '../../../../../views/lab/pareto.ts';
import { CHOOSABLE } from '../../../../../views/lab/recommend.ts';
import { measureText, tickText } from '../../../../../views/words/figure-text.ts';
import { lowerFirst } from '../../../../../views/words/figures.ts';
import { AXIS, axisTitle, GRID, LINES, TICK, TITLED_MARGIN } from '../../../chart/axes.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { Legend, LegendEntry, Swatch } from '../../../chart/legend.tsx';
import { Readout } from '../../../chart/readout.tsx';
import { measureTicks } from '../../../chart/ticks.ts';
import { optionsOf } from '../words/measure-options.ts';
import classes from './run.module.css';

/** Variants with the same values are on the front together: there may be many. */
const LISTED = 12;
const OTHERS = 'light-dark(#9aa4b2, #66707e)';

/** A mark at the right end is as wide as its words. */
const ROOM_FOR_A_MARK = { ...TITLED_MARGIN, right: 80 };

interface FrontProps {
  /** The variants to choose from. */
  readonly candidates: readonly VariantResult[];
  /** All of them; marks are places among these. */
  readonly variants: readonly VariantResult[];
  readonly marks: Marks;
}

const OPTIONS = optionsOf(CHOOSABLE);

export function Front({ candidates, variants, marks }: FrontProps) {
  const [across, setAcross] = useState('callsPerLaunch');
  const [up, setUp] = useState('escalatedPer1000');
  const [x, y] = [measureInfo(across), measureInfo(up)];
  const points = candidates.flatMap((candidate) => {
    const { name, measures } = candidate;
    const [atX, atY] = [measures[across]?.value ?? null, measures[up]?.value ?? null];
    if (atX === null || atY === null) return [];
    return [{ name, x: atX, y: atY, mark: markOf(marks, variants.indexOf(candidate)) }];
  });
  const front = new Set(paretoFront(points, x.better, y.better));
  const best = [...front].flatMap((index) => points[index] ?? []);
  const ends = endsOf(best);
  const data = {
    columns: [
      { header: 'Variant', unit: 'text' as const },
      { header: x.title, unit: x.unit },
      { header: y.title, unit: y.unit },
      { header: 'On the front', unit: 'text' as const },
      { header: 'Mark', unit: 'text' as const },
    ],
    rows: points.map((point, index) => [
      point.name,
      point.x,
      point.y,
      front.has(index) ? 'yes' : 'no',
      point.mark ?? '',
    ]),
  };
  const select = (label: string, value: string, choose: (name: string) => void) => (
    <Select
      label={label}
      data={OPTIONS}
      value={value}
      allowDeselect={false}
      searchable
      w={320}
      onChange={(chosen) => chosen !== null && choose(chosen)}
    />
  );
  const [xTicks, yTicks] = [
    ticksFor(
      x.unit,
      points.map((point) => point.x),
    ),
    ticksFor(
      y.unit,
      points.map((point) => point.y),
    ),
  ];
  return (
    <ChartPanel
      title="Front"
      note="variants that no other beats on both"
      data={data}
      legend={
        <Legend>
          <LegendEntry mark={<Swatch colour={LINES[1].stroke} />}>on the front</LegendEntry>
          <LegendEntry mark={<Swatch colour={OTHERS} />}>beaten</LegendEntry>
        </Legend>
      }
      controls={
        <>
          {select('Across', across, setAcross)}
          {select('Up', up, setUp)}
        </>
      }
    >
      <ResponsiveContainer width="100%" height={280}>
        <ScatterChart margin={ROOM_FOR_A_MARK} accessibilityLayer={false}>
          <CartesianGrid {...GRID} />
          <XAxis
            type="number"
            dataKey="x"
            ticks={xTicks}
            domain={[xTicks[0] ?? 0, xTicks.at(-1) ?? 1]}
            tickFormatter={(value: number) => tickText(x.unit, value)}
            {...AXIS}
            height={44}
            label={axisTitle(measureTitle(x), 'below')}
          />
          <YAxis
            type="number"
            dataKey="y"
            ticks={yTicks}
            domain={[yTicks[0] ?? 0, yTicks.at(-1) ?? 1]}
            tickFormatter={(value: number) => tickText(y.unit, value)}
            {...AXIS}
            width={92}
            label={axisTitle(measureTitle(y), 'left')}
          />
          <Tooltip
            isAnimationActive={false}
            content={({ payload }) => {
              const point = payload?.[0]?.payload as (typeof points)[number] | undefined;
              if (point === undefined) return null;
              const lines = [
                `${x.title}: ${measureText(x.unit, point.x)}`,
                `${y.title}: ${measureText(y.unit, point.y)}`,
              ];
              return <Readout title={point.name} note={point.mark ?? undefined} lines={lines} />;
            }}
          />
          <Scatter data={points.filter((_, index) => !front.has(index))} fill={OTHERS} isAnimationActive={false} />
          {points.map(({ name, x: atX, y: atY, mark }) =>
            mark === null ? null : (
              <ReferenceDot
                key={name}
                x={atX}
                y={atY}
                r={9}
                fill="none"
                stroke="var(--mantine-color-text)"
                strokeWidth={1.5}
                label={{ value: mark, position: 'top', ...TICK, fill: 'var(--mantine-color-text)' }}
              />
            ),
          )}
          <Scatter data={best} fill={LINES[1].stroke} shape="diamond" isAnimationActive={false} />
        </ScatterChart>
      </ResponsiveContainer>
      <ul className={classes.list} aria-label="On the front">
        {ends.slice(0, LISTED).map(({ told, alike }) => (
          <li key={told.name}>
            {told.name}
            {told.mark !== null && ` (${told.mark})`}
            {alike > 0 && `, and ${countText(alike)} more that end alike`}: {lowerFirst(x.title)}{' '}
            {measureText(x.unit, told.x)}, {lowerFirst(y.title)} {measureText(y.unit, told.y)}
            {y.unit === 'per 1,000' && ' per 1,000'}
          </li>
        ))}
        {ends.length > LISTED && <li>and {countText(ends.length - LISTED)} more: see the table</li>}
      </ul>
    </ChartPanel>
  );
}

const ticksFor = (unit: Unit, values: readonly number[]) =>
  values.length === 0 ? measureTicks(unit, 1) : measureTicks(unit, Math.max(...values), Math.min(...values));

/** Points that lie on one another are told once, by one that is marked where there is one. */
function endsOf<Point extends { readonly x: number; readonly y: number; readonly mark: string | null }>(
  points: readonly Point[],
) {
  const groups = Map.groupBy(points, ({ x, y }) => `${x} ${y}`);
  return [...groups.values()].flatMap((group) => {
    const told = group.find(({ mark }) => mark !== null) ?? group[0];
    return told === undefined ? [] : [{ told, alike: group.length - 1 }];
  });
}
