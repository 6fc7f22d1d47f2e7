/** How many retries the lives of each variant used; each bar opens one of them. */

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { counted } from '../../../../../shared/counted.ts';
import type { TrialPick, VariantResult } from '../../../../../shared/lab.ts';
import { measureText } from '../../../../../views/words/figure-text.ts';
import { AXIS, axisTitle, BAR_CURSOR, LINES, MARGIN, SHARE_AXIS } from '../../../chart/axes.ts';
import { ChartPanel } from '../../../chart/chart-panel.tsx';
import { Readout } from '../../../chart/readout.tsx';
import { VariantLegend } from './variant-legend.tsx';

interface RetriesProps {
  readonly variants: readonly VariantResult[];
  readonly onShow: (variant: number, pick: TrialPick) => void;
}

export function Retries({ variants, onShow }: RetriesProps) {
  const most = Math.max(...variants.map(({ summary }) => Object.keys(summary.retriesUsed).length - 1));
  const shareOf = (variant: VariantResult, retries: number) => variant.summary.retriesUsed[retries] ?? 0;
  const rows = Array.from({ length: most + 1 }, (_, retries) => ({
    retries,
    ...Object.fromEntries(variants.map((variant, index) => [`v${index}`, shareOf(variant, retries)])),
  }));
  const data = {
    columns: [
      { header: 'Retries', unit: 'number' as const },
      ...variants.map(({ name }) => ({ header: name, unit: 'share' as const })),
    ],
    rows: rows.map(({ retries }) => [retries, ...variants.map((variant) => shareOf(variant, retries))]),
  };
  return (
    <ChartPanel
      title="Retries used"
      note="share of trials; click to open one"
      data={data}
      legend={<VariantLegend variants={variants} as="bars" />}
    >
      <ResponsiveContainer width="100%" height={280}>
        <BarChart data={rows} margin={MARGIN} accessibilityLayer={false} barGap={1}>
          <XAxis dataKey="retries" {...AXIS} height={44} label={axisTitle('Retries used', 'below')} />
          <YAxis {...SHARE_AXIS} width={64} label={axisTitle('Share of trials', 'left')} />
          <Tooltip
            isAnimationActive={false}
            cursor={BAR_CURSOR}
            content={({ payload, label }) =>
              payload === undefined || payload.length === 0 ? null : (
                <Readout
                  title={counted(Number(label), 'retry', 'retries')}
                  lines={variants.map((each, index) => ({
                    text: `${each.name}: ${measureText('share', shareOf(each, Number(label)))}`,
                    colour: LINES[index]?.stroke ?? '',
                  }))}
                />
              )
            }
          />
          {variants.map(({ name }, index) => (
            <Bar
              key={name}
              dataKey={`v${index}`}
              fill={LINES[index]?.stroke ?? ''}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, retryCount) => onShow(index, { retryCount })}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}
