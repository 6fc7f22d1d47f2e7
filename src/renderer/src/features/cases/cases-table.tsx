/** The table of Cases. */
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode, useMemo } from 'react';
import { holderInWords, isLongWithPeople, LONG_WITH_PEOPLE_MS } from '../../../../views/case/holder.ts';
import type { CaseRow } from '../../../../views/rows/case-rows.ts';
import { exactDuration } from '../../../../views/words/time-words.ts';
import { act } from '../../client/act.ts';
import { aboutWhole } from '../../components/about.ts';
import { AppLink } from '../../components/app-link.tsx';
import { DueMark } from '../../components/due-mark.tsx';
import { IconPause, IconWaiting, IconWarning } from '../../components/icons.tsx';
import { Countdown, Elapsed, InstantText } from '../../components/instant-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { useCalmClock } from '../../stores/settled.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './cases.module.css';
import { ProgressBar } from './progress-bar.tsx';

const DUE: Column<CaseRow> = {
  key: 'due',
  header: 'Due',
  width: 116,
  render: ({ dueAt, overdue }) => <DueMark dueAt={dueAt} overdue={overdue} />,
  sortValue: ({ dueAt }) => dueAt,
};

const typeColumn = (isWide: boolean): Column<CaseRow> => ({
  key: 'type',
  header: 'Type',
  width: isWide ? 170 : 84,
  long: true,
  render: (row) => row.caseType ?? '–',
  sortValue: (row) => row.caseType,
});

/**
 * A wide window gives room to names that a narrow one cuts. Due dates have a column where there are any; in a narrow window it takes
 * the place of the type, which its filter tells.
 */
const columns = (isWide: boolean, hasDue: boolean): readonly Column<CaseRow>[] => [
  {
    key: 'reference',
    header: 'Reference',
    width: isWide ? 220 : 132,
    long: true,
    render: (row) => <AppLink to={paths.case(row.ref)}>{row.ref}</AppLink>,
    sortValue: (row) => row.ref,
  },
  ...(isWide || !hasDue ? [typeColumn(isWide)] : []),
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
    long: true,
    width: isWide ? 120 : 70,
    render: (row) => row.owner,
    sortValue: (row) => row.owner,
  },
  {
    key: 'progress',
    header: 'Actions done',
    width: isWide ? 150 : 118,
    render: (row) => <ProgressBar {...row} />,
    sortValue: (row) => row.doneCount / Math.max(1, row.actionCount),
  },
  {
    key: 'waits',
    header: 'Waits for',
    long: true,
    width: isWide ? 300 : 192,
    render: (row) => <WaitsFor row={row} />,
    // Who was waited for first comes first, then what comes next.
    sortValue: (row) => row.holder?.since ?? row.next?.at ?? null,
  },
  ...(hasDue ? [DUE] : []),
  {
    key: 'created',
    header: 'Created',
    width: isWide ? 140 : 112,
    render: (row) => <InstantText at={row.createdAt} />,
    // The order of creation, also of those created at one instant.
    sortValue: (row) => row.sequence,
  },
];
const NARROW = { withDue: columns(false, true), withoutDue: columns(false, false) };
const WIDE = { withDue: columns(true, true), withoutDue: columns(true, false) };

/** What the owner is needed for; in a neutral tone what holds a Case up, or has taken people long, that asks for nobody. */
function Attention({ row: { attention, heldUp, holder } }: { readonly row: CaseRow }) {
  const isLong = useCalmClock((clock) => isLongWithPeople(holder, clock.now));
  if (attention === null) {
    if (heldUp !== null) return <span className={classes.heldUp}>{heldUp}</span>;
    return (
      isLong && (
        <span
          className={classes.long}
          title={`It has waited for people for at least ${exactDuration(LONG_WITH_PEOPLE_MS)}`}
        >
          <IconWaiting size={14} /> long with people
        </span>
      )
    );
  }
  return (
    <span className={classes.attention} title={`Needs attention: ${attention}`}>
      <IconWarning size={14} /> {attention}
    </span>
  );
}

/** Which people it waits for, what comes next by itself, or since when nothing has; a draft can be launched here. */
function WaitsFor({ row }: { readonly row: CaseRow }) {
  if (row.canLaunch) {
    return (
      <Button size="compact-xs" variant="default" onClick={() => void act({ type: 'launchCase', case: row.ref })}>
        Launch
      </Button>
    );
  }
  if (row.holder !== null) {
    return (
      <>
        {holderInWords(row.holder)}, <Elapsed since={row.holder.since} />
      </>
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
  const { withDue, withoutDue } = isWide ? WIDE : NARROW;
  const hasDue = useMemo(() => rows.some(({ dueAt }) => dueAt !== null), [rows]);
  return (
    <DataTable
      label="Cases"
      rows={rows}
      columns={hasDue ? withDue : withoutDue}
      rowKey={refOf}
      rowName={refOf}
      rowAbout={aboutCase}
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
const aboutCase = (row: CaseRow) => aboutWhole(row.ref);
const open = (row: CaseRow) => navigate(paths.case(row.ref));
const toneOf = (row: CaseRow) => (row.attention === null ? undefined : 'danger');
