/** What the marks mean: those that are there, from the style table. */
import { memo, useId } from 'react';
import { Legend, LegendEntry, MarkBox } from '../../../chart/legend.tsx';
import { MarkShape } from '../../../chart/mark.tsx';
import { CountBadge } from './count-badge.tsx';
import { MARK_STYLES, type StyledKind } from './mark-style.ts';
import { Patterns } from './patterns.tsx';

const WIDTHS = { band: 22, 'thin band': 22, bar: 10 } as const;

interface TimelineLegendProps {
  readonly kinds: readonly StyledKind[];
  /** The `id` of the chart's patterns. */
  readonly patterns: string;
  /** Whether anything dashed is there. */
  readonly hasPlanned: boolean;
  readonly hasClusters: boolean;
}

export const TimelineLegend = memo(function TimelineLegend(props: TimelineLegendProps) {
  const { kinds, patterns, hasPlanned, hasClusters } = props;
  return (
    <Legend>
      {kinds.map((kind) => {
        const look = MARK_STYLES[kind];
        const width = look.shape in WIDTHS ? WIDTHS[look.shape as keyof typeof WIDTHS] : 0;
        const mark = (
          <MarkBox>
            <g transform={`translate(${12 - width / 2} 11)`}>
              <MarkShape look={look} patterns={patterns} width={width} isPlanned={kind === 'next retry'} />
            </g>
          </MarkBox>
        );
        return (
          <LegendEntry key={kind} mark={mark}>
            {look.label}
          </LegendEntry>
        );
      })}
      {hasClusters && <LegendEntry mark={CLUSTER}>several, too close to draw apart</LegendEntry>}
      {hasPlanned && <LegendEntry mark={DASHES}>dashed: still to come</LegendEntry>}
    </Legend>
  );
});

/** The words of all marks. */
export const MARK_LABELS: readonly string[] = Object.values(MARK_STYLES).map(({ label }) => label);

const ALL_KINDS = Object.keys(MARK_STYLES) as StyledKind[];

/** Every mark there is, where no chart is beside it. */
export function WholeTimelineLegend() {
  const patterns = useId();
  return (
    <>
      <svg width={0} height={0} aria-hidden="true" style={{ position: 'absolute' }}>
        <Patterns id={patterns} />
      </svg>
      <TimelineLegend kinds={ALL_KINDS} patterns={patterns} hasPlanned hasClusters />
    </>
  );
}

const CLUSTER = (
  <MarkBox>
    <g transform="translate(3 20)">
      <CountBadge count={2} colour="currentcolor" left={0} right={0} />
    </g>
  </MarkBox>
);
const DASHES = (
  <MarkBox>
    <path d="M2 11H22" strokeDasharray="3 2.5" strokeWidth="1.5" stroke="currentcolor" />
  </MarkBox>
);
