/** The figures of each variant side by side, with their intervals; and what opens one of its lives. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Estimate, HandOver, Run, TrialPick, Unit, VariantResult } from '../../../../../shared/lab.ts';
import { waitsOf } from '../../../../../views/lab/configured-words.ts';
import { measureInfo, measureTitle } from '../../../../../views/lab/measure-words.ts';
import { intervalText, measureText } from '../../../../../views/words/figure-text.ts';
import { Section } from '../../../components/section.tsx';
import { ENDING_STYLES } from '../../../theme/endings.ts';
import { type FigureRow, FigureTable, Interval } from './figure-table.tsx';
import { UseSettings } from './use-settings.tsx';

const SHOWN = [
  'escalatedPer1000',
  'handedOverPer1000',
  'timeToSuccess.p50',
  'timeToSuccess.p95',
  'timeToEnd.p50',
  'timeToEnd.p90',
  'timeToEnd.p95',
  'timeToEnd.p99',
  'timeToConnection.p50',
  'timeToConnection.p95',
  'longestSilence.p95',
  'callsPerLaunch',
  'failedCalls',
];

interface FiguresProps {
  /** The run of them all, where its settings can be used: variants of several runs may be of several Action types. */
  readonly use?: { readonly run: Run; readonly onApplied: () => void };
  readonly variants: readonly VariantResult[];
  readonly onShow: (variant: number, pick: TrialPick) => void;
}

export function Figures({ variants, use, onShow }: FiguresProps) {
  const show = (variant: VariantResult, what: string, pick: TrialPick) => (
    <Show name={`Show one: ${what}, ${variant.name}`} onClick={() => onShow(variants.indexOf(variant), pick)} />
  );
  const endings = ENDING_STYLES.filter(({ ending }) =>
    variants.some((each) => each.summary.outcomes[ending].share > 0),
  ).map(({ ending }) => ({
    title: ending,
    cell: (variant: VariantResult): ReactNode => {
      const { share, low, high } = variant.summary.outcomes[ending];
      return (
        <>
          <Figure unit="share" estimate={{ value: share, low, high }} />
          {share > 0 && show(variant, ending, { ending })}
        </>
      );
    },
  }));
  const measures = SHOWN.map((name) => {
    const info = measureInfo(name);
    return {
      title: measureTitle(info),
      cell: (variant: VariantResult) => <Figure unit={info.unit} estimate={variant.measures[name]} />,
    };
  });
  const rows: readonly FigureRow[] = [
    ...endings,
    ...measures,
    { title: 'Handed over to', cell: ({ handOver }) => handOverText(handOver) },
    { title: 'Waits before retries', cell: waitsOf },
    ...(use === undefined ? [] : [settingsRow(use)]),
    { title: 'Longest trial', cell: (variant) => show(variant, 'slowest', { slowest: true }) },
  ];
  return (
    <Section title="Figures" aside="with 95 % intervals" flush>
      <FigureTable label="Figures" variants={variants} rows={rows} />
    </Section>
  );
}

const settingsRow = ({ run, onApplied }: NonNullable<FiguresProps['use']>): FigureRow => ({
  title: 'Settings',
  cell: (variant) => (
    <UseSettings run={run} variant={variant} name={`Use these settings: ${variant.name}`} onApplied={onApplied} />
  ),
});

const handOverText = (handOver: HandOver | null) =>
  handOver === null ? '–' : [handOver.queue, handOver.assignee ?? 'nobody'].filter(Boolean).join(', ');

function Figure({ unit, estimate }: { readonly unit: Unit; readonly estimate: Estimate | undefined }) {
  if (estimate === undefined) return '–';
  return (
    <>
      {measureText(unit, estimate.value)}
      <Interval>{intervalText(unit, estimate)}</Interval>
    </>
  );
}

function Show({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-xs" aria-label={name} title={name} onClick={onClick}>
      Show one
    </Button>
  );
}
