/** How the lives of each variant end, as stacked bars; each ending opens one life of its kind. */

import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Ending, TrialPick, VariantResult } from '../../../../../shared/lab.ts';
import { estimateText } from '../../../../../views/words/figure-text.ts';
import { axisTitle, BAR_CURSOR, GRID, MARGIN, SHARE_AXIS, TICK } from '../../../chart/axes.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { Legend, LegendEntry, Swatch } from '../../../chart/legend.tsx';
import { Readout } from '../../../chart/readout.tsx';
import { ShareLabel } from '../../../chart/share-label.tsx';
import { ENDING_STYLES } from '../../../theme/endings.ts';

interface OutcomesProps {
  readonly variants: readonly VariantResult[];
  readonly onShow: (variant: number, pick: TrialPick) => void;
}

const BAR_HEIGHT = 40;
const NAME_WIDTH = 170;

const estimateOf = ({ summary }: VariantResult, ending: Ending) => {
  const { share: value, low, high } = summary.outcomes[ending];
  return { value, low, high };
};

export function Outcomes({ variants, onShow }: OutcomesProps) {
  const present = ENDING_STYLES.filter(({ ending }) =>
    variants.some((each) => each.summary.outcomes[ending].share > 0),
  );
  const rows = variants.map((variant) => ({
    name: variant.name,
    variant,
    ...Object.fromEntries(present.map(({ key, ending }) => [key, variant.summary.outcomes[ending].share])),
  }));
  const data = {
    columns: [
      { header: 'Variant', unit: 'text' as const },
      ...present.flatMap(({ ending }) => [
        { header: ending, unit: 'share' as const },
        { header: `${ending}, low`, unit: 'share' as const },
        { header: `${ending}, high`, unit: 'share' as const },
      ]),
    ],
    rows: variants.map((variant) => [
      variant.name,
      ...present.flatMap(({ ending }) => {
        const { value, low, high } = estimateOf(variant, ending);
        return [value, low, high];
      }),
    ]),
  };
  return (
    <ChartPanel
      title="Outcomes"
      note="share of trials by how they end; click to open one"
      data={data}
      legend={
        <Legend>
          {present.map(({ ending, fill }) => (
            <LegendEntry key={ending} mark={<Swatch colour={fill} />}>
              {ending}
            </LegendEntry>
          ))}
        </Legend>
      }
    >
      <ResponsiveContainer width="100%" height={variants.length * BAR_HEIGHT + 60}>
        <BarChart data={rows} layout="vertical" margin={MARGIN} accessibilityLayer={false}>
          <XAxis
            type="number"
            domain={[0, 1]}
            {...SHARE_AXIS}
            height={44}
            label={axisTitle('Share of trials', 'below')}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={NAME_WIDTH}
            tick={{ ...TICK, fontSize: 12 }}
            tickFormatter={shortened}
            axisLine={GRID}
            tickLine={false}
            interval={0}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={BAR_CURSOR}
            content={({ payload }) => {
              const variant = (payload?.[0]?.payload as { variant?: VariantResult } | undefined)?.variant;
              if (variant === undefined) return null;
              const lines = present.map(({ ending, fill }) => ({
                text: `${ending}: ${estimateText('share', estimateOf(variant, ending))}`,
                colour: fill,
              }));
              return <Readout title={variant.name} lines={lines} />;
            }}
          />
          {present.map(({ key, ending, fill }) => (
            <Bar
              key={key}
              dataKey={key}
              stackId="endings"
              fill={fill}
              stroke="var(--lab-surface)"
              strokeWidth={1}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, index) => onShow(index, { ending })}
            >
              <LabelList dataKey={key} position="center" content={ShareLabel} />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}

const LONGEST_NAME = 26;
const shortened = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
