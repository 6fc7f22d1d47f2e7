/** How long it takes: the share of trials that have ended, or connected, by a time since launch. */

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { describeDuration } from '../../../../../shared/duration.ts';
import type { CumulativePoint, VariantResult } from '../../../../../shared/lab.ts';
import { fromLaunch, shareAt } from '../../../../../views/lab/cumulative.ts';
import { durationTicks } from '../../../../../views/words/duration-steps.ts';
import { measureText } from '../../../../../views/words/figure-text.ts';
import { AXIS, axisTitle, GRID, LINES, MARGIN, SHARE_AXIS } from '../../../chart/axes.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { Readout } from '../../../chart/readout.tsx';
import { VariantLegend } from './variant-legend.tsx';

const OF = ['To the end', 'To connection'] as const;
const STEPS = 240;

/** The lines of all variants at the same instants, evenly apart, so that one readout tells of them all. */
function rowsOf(lines: readonly (readonly CumulativePoint[])[], untilMs: number) {
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => (untilMs * step) / STEPS);
  return steps.map((ms) => ({
    ms,
    ...Object.fromEntries(lines.map((line, index) => [`v${index}`, shareAt(line, ms)])),
  }));
}

export function Times({ variants }: { readonly variants: readonly VariantResult[] }) {
  const [of, setOf] = useState<(typeof OF)[number]>('To the end');
  const lines = variants.map(({ ended, connected }) => fromLaunch(of === 'To the end' ? ended : connected));
  const untilMs = Math.max(1_000, ...lines.map((line) => line.at(-1)?.[0] ?? 0));
  const rows = rowsOf(lines, untilMs);
  const data = {
    columns: [
      { header: 'Since launch', unit: 'duration' as const },
      ...variants.map(({ name }) => ({ header: name, unit: 'share' as const })),
    ],
    rows: rows.map((row) => [row.ms, ...lines.map((line) => shareAt(line, row.ms))]),
  };
  return (
    <ChartPanel
      title="Times"
      note="share of trials that got there by then"
      data={data}
      legend={<VariantLegend variants={variants} as="lines" />}
      controls={
        <SegmentedControl
          size="xs"
          aria-label="Which time"
          data={[...OF]}
          value={of}
          onChange={(value) => setOf(value as (typeof OF)[number])}
        />
      }
    >
      <ResponsiveContainer width="100%" height={280}>
        <LineChart data={rows} margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid {...GRID} vertical={false} />
          <XAxis
            type="number"
            dataKey="ms"
            domain={[0, untilMs]}
            tickFormatter={describeDuration}
            {...AXIS}
            ticks={durationTicks(untilMs, 6)}
            height={44}
            label={axisTitle('Time since launch', 'below')}
          />
          <YAxis domain={[0, 1]} {...SHARE_AXIS} width={64} label={axisTitle('Share of trials', 'left')} />
          <Tooltip
            isAnimationActive={false}
            content={({ payload, label }) =>
              payload === undefined || payload.length === 0 ? null : (
                <Readout
                  title={`by ${describeDuration(Number(label))}`}
                  lines={variants.map(({ name }, index) => ({
                    text: `${name}: ${measureText('share', shareAt(lines[index] ?? [], Number(label)))}`,
                    colour: LINES[index]?.stroke ?? '',
                    dash: LINES[index]?.dash ?? 'none',
                  }))}
                />
              )
            }
          />
          {variants.map(({ name }, index) => (
            <Line
              key={name}
              dataKey={`v${index}`}
              stroke={LINES[index]?.stroke ?? ''}
              {...(LINES[index]?.dash === undefined ? {} : { strokeDasharray: LINES[index].dash })}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}
