/** The results of a sweep: a chosen measure as a line or a map. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '../../../../../shared/lab.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { MEASURE_OPTIONS, measureInfo, measureTitle } from '../words/measure-words.ts';
import { HeatMap } from './heat-map.tsx';
import { SweepLine } from './sweep-line.tsx';

export function Sweep({ run: { axes, variants } }: { readonly run: Run }) {
  const [measure, setMeasure] = useState(axes[0]?.path === 'outage' ? 'connected' : 'escalatedPer1000');
  const { unit } = measureInfo(measure);
  const [first, second] = axes;
  const data = {
    columns: [
      ...axes.map(({ path }) => ({ header: path, unit: 'text' as const })),
      { header: 'Value', unit },
      { header: 'Low', unit },
      { header: 'High', unit },
    ],
    rows: variants.map(({ changes, measures }) => {
      const { value = null, low = null, high = null } = measures[measure] ?? {};
      return [...changes.map((change) => String(change.value ?? 'none')), value, low, high];
    }),
  };
  return (
    <ChartPanel
      title="Sweep"
      note={measureTitle(measureInfo(measure))}
      data={data}
      isPicture={second === undefined}
      controls={
        <Select
          label="Measure"
          data={MEASURE_OPTIONS}
          value={measure}
          allowDeselect={false}
          searchable
          w={320}
          onChange={(value) => value !== null && setMeasure(value)}
        />
      }
    >
      {first === undefined ? null : second === undefined ? (
        <SweepLine axis={first} variants={variants} measure={measure} />
      ) : (
        <HeatMap axes={axes} variants={variants} measure={measure} />
      )}
    </ChartPanel>
  );
}
