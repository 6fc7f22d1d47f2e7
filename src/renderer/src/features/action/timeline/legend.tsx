/** What the marks mean: those that are there, from the style table. */
import { memo } from 'react';
import { CountBadge } from './count-badge.tsx';
import { MARK_STYLES, type StyledKind } from './mark-style.ts';
import { MarkShape } from './shape.tsx';
import classes from './timeline.module.css';

const WIDTHS = { band: 22, 'thin band': 22, bar: 10 } as const;

interface LegendProps {
  readonly kinds: readonly StyledKind[];
  /** The `id` of the chart's patterns. */
  readonly patterns: string;
  /** Whether anything dashed is there. */
  readonly hasPlanned: boolean;
  readonly hasClusters: boolean;
}

export const Legend = memo(function Legend({ kinds, patterns, hasPlanned, hasClusters }: LegendProps) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {kinds.map((kind) => {
        const style = MARK_STYLES[kind];
        const width = style.shape in WIDTHS ? WIDTHS[style.shape as keyof typeof WIDTHS] : 0;
        return (
          <li key={kind}>
            <svg width="24" height="22" viewBox="0 0 24 22" aria-hidden="true">
              <g transform={`translate(${12 - width / 2} 11)`}>
                <MarkShape style={style} patterns={patterns} width={width} isPlanned={kind === 'next retry'} />
              </g>
            </svg>
            {style.label}
          </li>
        );
      })}
      {hasClusters && (
        <li>
          <svg width="24" height="22" viewBox="0 0 24 22" aria-hidden="true">
            <g transform="translate(3 20)">
              <CountBadge count={2} colour="currentcolor" left={0} right={0} />
            </g>
          </svg>
          so many, too near to draw apart
        </li>
      )}
      {hasPlanned && (
        <li>
          <svg width="24" height="22" viewBox="0 0 24 22" aria-hidden="true">
            <path d="M2 11H22" strokeDasharray="3 2.5" strokeWidth="1.5" style={{ stroke: 'currentcolor' }} />
          </svg>
          dashed: still to come
        </li>
      )}
    </ul>
  );
});
