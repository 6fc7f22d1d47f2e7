/** The results of a sweep: a chosen measure as a line or a map. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '../../../../../shared/lab.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { type Marks, markOf } from '../../../../../views/lab/marks.ts';
import { measureInfo, measureTitle } from '../../../../../views/lab/measure-words.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { MEASURE_OPTIONS } from '../words/measure-options.ts';
import { HeatMap } from './heat-map.tsx';
import { SweepLine } from './sweep-line.tsx';

interface SweepProps {
  readonly run: Run;
  readonly marks: Marks;
}

export function Sweep({ run: { axes, variants }, marks }: SweepProps) {
  const [measure, setMeasure] = useState(axes[0]?.path === 'outage' ? 'connected' : 'escalatedPer1000');
  const { unit } = measureInfo(measure);
  const [first, second] = axes;
  const data = {
    columns: [
      ...axes.map(({ path }) => ({ header: settingTitle(path), unit: 'text' as const })),
      { header: 'Value', unit },
      { header: 'Low', unit },
      { header: 'High', unit },
      { header: 'Mark', unit: 'text' as const },
    ],
    rows: variants.map(({ changes, measures }, index) => {
      const { value = null, low = null, high = null } = measures[measure] ?? {};
      const settings = changes.map((change) => valueText(change.path, change.value));
      return [...settings, value, low, high, markOf(marks, index) ?? ''];
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
        <SweepLine axis={first} variants={variants} measure={measure} marks={marks} />
      ) : (
        <HeatMap axes={axes} variants={variants} measure={measure} marks={marks} />
      )}
    </ChartPanel>
  );
}
