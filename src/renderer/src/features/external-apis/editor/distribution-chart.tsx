/** The density of a distribution as an area, or its durations as bars, with marks at the median and the 95th percentile. */
import { memo } from 'react';
import { Area, AreaChart, Bar, BarChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { describeDuration } from '../../../../../shared/duration.ts';
import type { DistributionPicture, PicturePoint } from '../../../../../views/api/distribution-picture.ts';
import { durationTicks } from '../../../../../views/words/duration-steps.ts';
import { AXIS } from '../../../chart/axes.ts';

const MARGIN = { top: 6, right: 14, bottom: 0, left: 14 };

export const DistributionChart = memo(Chart);

function Chart({ picture }: { readonly picture: DistributionPicture }) {
  const { kind, points, medianMs, p95Ms } = picture;
  const longest = Math.max(1, points.at(-1)?.ms ?? 0, p95Ms) * 1.04;
  const axes = [
    <XAxis
      key="x"
      type="number"
      dataKey="ms"
      domain={[0, longest]}
      ticks={durationTicks(longest, 5)}
      tickFormatter={describeDuration}
      {...AXIS}
      height={22}
      interval={0}
    />,
    <YAxis key="y" hide domain={[0, 'dataMax']} />,
    <ReferenceLine key="median" x={medianMs} stroke="var(--mantine-color-text)" strokeWidth={1.5} />,
    <ReferenceLine key="p95" x={p95Ms} stroke="var(--mantine-color-text)" strokeWidth={1.5} strokeDasharray="4 3" />,
  ];
  return (
    <ResponsiveContainer width="100%" height="100%">
      {kind === 'bars' ? (
        <BarChart data={points} margin={MARGIN} accessibilityLayer={false}>
          {axes}
          <Bar dataKey="height" fill="var(--lab-accent)" barSize={6} isAnimationActive={false} />
        </BarChart>
      ) : (
        <AreaChart data={closed(points)} margin={MARGIN} accessibilityLayer={false}>
          {axes}
          <Area
            dataKey="height"
            type="linear"
            stroke="var(--lab-accent)"
            strokeWidth={1.5}
            fill="var(--lab-accent)"
            fillOpacity={0.2}
            isAnimationActive={false}
          />
        </AreaChart>
      )}
    </ResponsiveContainer>
  );
}

/** Both ends go down to the ground, so that a range has its edges. */
function closed(points: readonly PicturePoint[]): PicturePoint[] {
  const foot = (point: PicturePoint | undefined) => (point === undefined ? [] : [{ ...point, height: 0 }]);
  return [...foot(points[0]), ...points, ...foot(points.at(-1))];
}
