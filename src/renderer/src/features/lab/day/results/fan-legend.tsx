/** What lines, bands and the hatched ground of a fan chart mean. */
import { useId } from 'react';
import type { Outages } from '../../../../../../views/lab/day/day-ways.ts';
import { Legend, LegendEntry, MarkBox, Swatch } from '../../../../chart/legend.tsx';
import { FillPattern } from '../../../../chart/pattern.tsx';
import { OUTAGE_LOOK, seriesOf } from './day-series.ts';

export function FanLegend({ run }: { readonly run: Outages }) {
  const hatch = useId();
  return (
    <Legend>
      {seriesOf(run).map(({ key, label, colour, dashes, bandOpacity }) => (
        <LegendEntry key={key} mark={<Swatch colour={colour} dash={dashes} bandOpacity={bandOpacity} />}>
          {label}
        </LegendEntry>
      ))}
      {run.request.outage !== null && (
        <LegendEntry
          mark={
            <MarkBox width={22} height={12}>
              <FillPattern id={hatch} {...OUTAGE_LOOK} />
              <rect x="0.5" y="0.5" width="21" height="11" fill={`url(#${hatch})`} stroke={OUTAGE_LOOK.colour} />
            </MarkBox>
          }
        >
          {run.hasOwnOutages ? 'The day’s outage' : 'API outage'}
        </LegendEntry>
      )}
    </Legend>
  );
}
