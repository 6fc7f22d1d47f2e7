/** A measure over the values of one setting, with its interval as a band. */
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { RunInfo, VariantResult } from '../../../../../shared/lab.ts';
import { AXIS, GRID, LINES, MARGIN } from '../../../chart/axes.ts';
import { estimateText, measureText } from '../../../chart/figure-text.ts';
import { Readout } from '../../../chart/readout.tsx';
import { measureInfo } from '../words/measure-words.ts';

interface SweepLineProps {
  readonly axis: RunInfo['axes'][number];
  readonly variants: readonly VariantResult[];
  readonly measure: string;
}

export function SweepLine({ axis, variants, measure }: SweepLineProps) {
  const { unit } = measureInfo(measure);
  const rows = variants.map(({ measures }, index) => {
    const estimate = measures[measure] ?? { value: null, low: null, high: null };
    return {
      value: String(axis.values[index] ?? 'none'),
      estimate,
      middle: estimate.value,
      band: estimate.low === null || estimate.high === null ? null : [estimate.low, estimate.high],
    };
  });
  return (
    <ResponsiveContainer width="100%" height={300}>
      <ComposedChart data={rows} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid {...GRID} vertical={false} />
        <XAxis dataKey="value" {...AXIS} height={24} />
        <YAxis tickFormatter={(value: number) => measureText(unit, value)} {...AXIS} width={84} />
        <Tooltip
          isAnimationActive={false}
          content={({ payload }) => {
            const row = payload?.[0]?.payload as (typeof rows)[number] | undefined;
            if (row === undefined) return null;
            return <Readout title={`${axis.path} ${row.value}`} lines={[estimateText(unit, row.estimate)]} />;
          }}
        />
        <Area dataKey="band" stroke="none" fill={LINES[0].stroke} fillOpacity={0.2} isAnimationActive={false} />
        <Line dataKey="middle" stroke={LINES[0].stroke} strokeWidth={2} dot={{ r: 3 }} isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
