/** What lines, bands and the hatched ground of a fan chart mean. */
import { useId } from 'react';
import { type DaySeries, OUTAGE_COLOUR } from './day-series.ts';
import { OutageHatch } from './outage-hatch.tsx';
import classes from './results.module.css';

interface FanLegendProps {
  readonly series: readonly DaySeries[];
  readonly hasOutage: boolean;
}

export function FanLegend({ series, hasOutage }: FanLegendProps) {
  const hatch = useId();
  return (
    <ul className={classes.legend} aria-label="Legend">
      {series.map(({ key, label, colour, dashes, bandOpacity }) => (
        <li key={key}>
          <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
            <rect width="26" height="14" fill={colour} opacity={bandOpacity} />
            <path d="M0 7H26" stroke={colour} strokeWidth="2" strokeDasharray={dashes} />
          </svg>
          {label}
        </li>
      ))}
      {hasOutage && (
        <li>
          <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
            <OutageHatch id={hatch} />
            <rect x="0.5" y="0.5" width="25" height="13" fill={`url(#${hatch})`} stroke={OUTAGE_COLOUR} />
          </svg>
          The API is out
        </li>
      )}
    </ul>
  );
}
