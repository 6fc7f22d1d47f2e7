/** The table of Cases. */
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode } from 'react';
import type { CaseRow } from '../../../../views/rows/case-rows.ts';
import { act } from '../../client/act.ts';
import { AppLink } from '../../components/app-link.tsx';
import { IconPause, IconWarning } from '../../components/icons.tsx';
import { Countdown, InstantText } from '../../components/instant-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate, paths } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './cases.module.css';
import { ProgressBar } from './progress-bar.tsx';

/** A wide window gives room to names that a narrow one cuts. */
const columns = (isWide: boolean): readonly Column<CaseRow>[] => [
  {
    key: 'reference',
    header: 'Reference',
    width: isWide ? 220 : 132,
    long: true,
    render: (row) => <AppLink to={paths.case(row.ref)}>{row.ref}</AppLink>,
    sortValue: (row) => row.ref,
  },
  {
    key: 'type',
    header: 'Type',
    width: isWide ? 170 : 84,
    long: true,
    render: (row) => row.caseType ?? '–',
    sortValue: (row) => row.caseType,
  },
  {
    key: 'status',
    header: 'Status',
    width: 126,
    render: (row) => (
      <span className={classes.status}>
        <StatusChip status={row.status} resolutionMethod={row.resolutionMethod} />
        {row.paused && (
          <span className={classes.paused} title="Paused: launches nothing new">
            <IconPause size={12} />
            <span className="visually-hidden">paused</span>
          </span>
        )}
      </span>
    ),
    sortValue: ({ status, resolutionMethod }) => `${status} ${resolutionMethod ?? ''}`,
  },
  {
    key: 'attention',
    header: 'Attention',
    long: true,
    render: (row) => <Attention row={row} />,
    sortValue: (row) => row.attention ?? row.heldUp,
  },
  {
    key: 'owner',
    header: 'Owner',
    width: isWide ? 120 : 70,
    render: (row) => row.owner,
    sortValue: (row) => row.owner,
  },
  {
    key: 'progress',
    header: 'Actions done',
    width: isWide ? 150 : 120,
    render: (row) => <ProgressBar {...row} />,
    sortValue: (row) => row.doneCount / Math.max(1, row.actionCount),
  },
  {
    key: 'next',
    header: 'Next',
    width: isWide ? 230 : 192,
    render: (row) => <Next row={row} />,
    sortValue: (row) => row.next?.at ?? null,
  },
  {
    key: 'created',
    header: 'Created',
    width: isWide ? 140 : 116,
    render: (row) => <InstantText at={row.createdAt} />,
    // The order of creation, also of those created at one instant.
    sortValue: (row) => row.sequence,
  },
];
const NARROW_COLUMNS = columns(false);
const WIDE_COLUMNS = columns(true);

/** What the owner is needed for; in a neutral tone what holds a Case up that asks for nobody. */
function Attention({ row: { attention, heldUp } }: { readonly row: CaseRow }) {
  if (attention === null) return heldUp !== null && <span className={classes.heldUp}>{heldUp}</span>;
  return (
    <span className={classes.attention} title={`Needs attention: ${attention}`}>
      <IconWarning size={14} /> {attention}
    </span>
  );
}

/** What comes next by itself, or since when nothing has; a Case that can be launched offers that here. */
function Next({ row }: { readonly row: CaseRow }) {
  if (row.canLaunch) {
    return (
      <Button size="compact-xs" variant="default" onClick={() => void act({ type: 'launchCase', case: row.ref })}>
        Launch
      </Button>
    );
  }
  if (row.next === null) {
    return (
      <span className={classes.since}>
        since <InstantText at={row.statusSince} />
      </span>
    );
  }
  return (
    <>
      {row.next.text} <Countdown to={row.next.at} />
    </>
  );
}

interface CasesTableProps {
  readonly rows: readonly CaseRow[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly empty: ReactNode;
}

/** Drawn again only when its rows or the selection changed, however often the screen around it is. */
export const CasesTable = memo(function CasesTable({ rows, selected, onSelect, empty }: CasesTableProps) {
  const isWide = useMediaQuery('(min-width: 1600px)', undefined, { getInitialValueInEffect: false });
  return (
    <DataTable
      label="Cases"
      rows={rows}
      columns={isWide ? WIDE_COLUMNS : NARROW_COLUMNS}
      rowKey={refOf}
      rowName={refOf}
      onOpen={open}
      selected={selected}
      onSelect={onSelect}
      initialSort={NEWEST_FIRST}
      rowTone={toneOf}
      empty={empty}
    />
  );
});

const NEWEST_FIRST = { key: 'created', direction: 'descending' } as const;
const refOf = (row: CaseRow) => row.ref;
const open = (row: CaseRow) => navigate(paths.case(row.ref));
const toneOf = (row: CaseRow) => (row.attention === null ? undefined : 'danger');
