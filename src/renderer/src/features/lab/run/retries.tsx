/** How many retries the lives of each variant used; each bar opens one of them. */

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { TrialPick, VariantResult } from '../../../../../shared/lab.ts';
import { share } from '../../../../../views/words/figures.ts';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { AXIS_LINE, ChartLegend, LINES, MARGIN, Readout, TICK } from '../charts/parts.tsx';
import { measureText } from '../words/measure-words.ts';

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
    <ChartPanel title="Retries used" aside="share of lives; a click opens one of them" data={data}>
      <ChartLegend entries={variants.map(({ name }, index) => ({ label: name, colour: LINES[index]?.stroke ?? '' }))} />
      <ResponsiveContainer width="100%" height={220}>
        <BarChart data={rows} margin={MARGIN} accessibilityLayer={false} barGap={1}>
          <XAxis dataKey="retries" tick={TICK} axisLine={AXIS_LINE} tickLine={false} />
          <YAxis tickFormatter={share} tick={TICK} width={48} axisLine={AXIS_LINE} tickLine={false} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--lab-line)', fillOpacity: 0.35 }}
            content={({ payload, label }) =>
              payload === undefined || payload.length === 0 ? null : (
                <Readout
                  title={`${label} ${label === 1 ? 'retry' : 'retries'}`}
                  lines={variants.map((each) => `${each.name}: ${measureText('share', shareOf(each, Number(label)))}`)}
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
