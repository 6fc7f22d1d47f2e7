/** Two measures that pull against each other: every variant as a point, those that nobody beats marked and listed. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { VariantResult } from '../../../../../shared/lab.ts';
import { paretoFront } from '../../../../../views/lab/pareto.ts';
import { AXIS, GRID, LINES, MARGIN } from '../../../chart/axes.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { measureText } from '../../../chart/figure-text.ts';
import { Legend, LegendEntry, Swatch } from '../../../chart/legend.tsx';
import { Readout } from '../../../chart/readout.tsx';
import { MEASURE_OPTIONS, measureInfo } from '../words/measure-words.ts';
import classes from './run.module.css';

/** Variants with the same values are on the front together: there may be many. */
const LISTED = 12;
const OTHERS = 'light-dark(#9aa4b2, #66707e)';

export function Front({ variants }: { readonly variants: readonly VariantResult[] }) {
  const [across, setAcross] = useState('timeToEnd.p50');
  const [up, setUp] = useState('escalatedPer1000');
  const [x, y] = [measureInfo(across), measureInfo(up)];
  const points = variants.flatMap(({ name, measures }) => {
    const [atX, atY] = [measures[across]?.value ?? null, measures[up]?.value ?? null];
    return atX === null || atY === null ? [] : [{ name, x: atX, y: atY }];
  });
  const front = new Set(paretoFront(points, x.better, y.better));
  const best = [...front].flatMap((index) => points[index] ?? []);
  const data = {
    columns: [
      { header: 'Variant', unit: 'text' as const },
      { header: x.title, unit: x.unit },
      { header: y.title, unit: y.unit },
      { header: 'On the front', unit: 'text' as const },
    ],
    rows: points.map((point, index) => [point.name, point.x, point.y, front.has(index) ? 'yes' : 'no']),
  };
  const select = (label: string, value: string, choose: (name: string) => void) => (
    <Select
      label={label}
      data={MEASURE_OPTIONS}
      value={value}
      allowDeselect={false}
      searchable
      w={280}
      onChange={(chosen) => chosen !== null && choose(chosen)}
    />
  );
  return (
    <ChartPanel
      title="Pareto front"
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
        <ScatterChart margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid {...GRID} />
          <XAxis
            type="number"
            dataKey="x"
            domain={['auto', 'auto']}
            tickFormatter={(value: number) => measureText(x.unit, value)}
            {...AXIS}
          />
          <YAxis
            type="number"
            dataKey="y"
            domain={['auto', 'auto']}
            tickFormatter={(value: number) => measureText(y.unit, value)}
            {...AXIS}
            width={84}
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
              return <Readout title={point.name} lines={lines} />;
            }}
          />
          <Scatter data={points.filter((_, index) => !front.has(index))} fill={OTHERS} isAnimationActive={false} />
          <Scatter data={best} fill={LINES[1].stroke} shape="diamond" isAnimationActive={false} />
        </ScatterChart>
      </ResponsiveContainer>
      <ul className={classes.list} aria-label="On the front">
        {best.slice(0, LISTED).map((point) => (
          <li key={point.name}>
            {point.name}: {measureText(x.unit, point.x)}, {measureText(y.unit, point.y)}
          </li>
        ))}
        {best.length > LISTED && <li>and {best.length - LISTED} more: see the table</li>}
      </ul>
    </ChartPanel>
  );
}
