/** A measure over the values of one setting, with its interval as a band; what was configured, what is, and what is recommended marked. */
import {
  Area,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { RunInfo, VariantResult } from '../../../../../shared/lab.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { type Marks, markOf } from '../../../../../views/lab/marks.ts';
import { measureInfo, measureTitle } from '../../../../../views/lab/measure-words.ts';
import { estimateText, measureText, tickText } from '../../../../../views/words/figure-text.ts';
import { AXIS, axisTitle, GRID, LINES, TICK, TITLED_MARGIN } from '../../../chart/axes.ts';
import { Readout } from '../../../chart/readout.tsx';
import { measureTicks } from '../../../chart/ticks.ts';

interface SweepLineProps {
  readonly axis: RunInfo['axes'][number];
  readonly variants: readonly VariantResult[];
  readonly measure: string;
  readonly marks: Marks;
}

/** More points than these leave no room for a figure at each. */
const LABELLED = 12;

export function SweepLine({ axis, variants, measure, marks }: SweepLineProps) {
  const info = measureInfo(measure);
  const { unit } = info;
  const rows = variants.map(({ measures }, index) => {
    const estimate = measures[measure] ?? { value: null, low: null, high: null };
    return {
      value: valueText(axis.path, axis.values[index] ?? null),
      estimate,
      middle: estimate.value,
      label: estimate.value === null ? '' : measureText(unit, estimate.value),
      band: estimate.low === null || estimate.high === null ? null : [estimate.low, estimate.high],
      mark: markOf(marks, index),
    };
  });
  const ticks = measureTicks(
    unit,
    Math.max(0, ...rows.flatMap(({ estimate }) => estimate.high ?? estimate.value ?? [])),
  );
  return (
    <ResponsiveContainer width="100%" height={300}>
      <ComposedChart data={rows} margin={TITLED_MARGIN} accessibilityLayer={false}>
        <CartesianGrid {...GRID} vertical={false} />
        <XAxis
          dataKey="value"
          {...AXIS}
          height={44}
          padding={{ left: 48, right: 48 }}
          label={axisTitle(settingTitle(axis.path), 'below')}
        />
        <YAxis
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? 1]}
          tickFormatter={(value: number) => tickText(unit, value)}
          {...AXIS}
          width={92}
          label={axisTitle(measureTitle(info), 'left')}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ payload }) => {
            const row = payload?.[0]?.payload as (typeof rows)[number] | undefined;
            if (row === undefined) return null;
            const lines = [{ text: estimateText(unit, row.estimate), colour: LINES[0].stroke }];
            return (
              <Readout title={`${settingTitle(axis.path)} ${row.value}`} note={row.mark ?? undefined} lines={lines} />
            );
          }}
        />
        <Area dataKey="band" stroke="none" fill={LINES[0].stroke} fillOpacity={0.2} isAnimationActive={false} />
        <Line dataKey="middle" stroke={LINES[0].stroke} strokeWidth={2} dot={{ r: 3 }} isAnimationActive={false}>
          {rows.length <= LABELLED && <LabelList dataKey="label" position="top" offset={10} {...TICK} />}
        </Line>
        {rows.map(({ value, middle, mark }) =>
          mark === null || middle === null ? null : (
            <ReferenceDot
              key={value}
              x={value}
              y={middle}
              r={7}
              fill={mark === 'now' || mark === 'when it ran' ? 'var(--lab-surface)' : LINES[1].stroke}
              stroke={LINES[1].stroke}
              strokeWidth={2}
              label={{ value: mark, position: 'top', offset: 24, ...TICK, fill: 'var(--mantine-color-text)' }}
            />
          ),
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
