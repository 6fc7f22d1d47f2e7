/** The Actions that wait for a person, the one that waits longest first. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Action } from '../../../../shared/model.ts';
import { about } from '../../components/about.ts';
import { ActionLink, pathOfCopy } from '../../components/action-link.tsx';
import { DueMark } from '../../components/due-mark.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './people.module.css';
import type { HeldRows, WorkRow } from './work-row.ts';
import { WorkVerbs } from './work-verbs.tsx';

const nobody = <span className={classes.dimmed}>–</span>;

/** Placed as they were when one acted on them here: `sortValue` reads that, `render` what they are now. */
const columns = (hasDue: boolean, onActing: (action: Action) => void): readonly Column<WorkRow>[] => [
  {
    key: 'reference',
    header: 'Reference',
    long: true,
    render: ({ action }) => <ActionLink actionRef={action.ref} />,
    sortValue: ({ action }) => action.ref,
  },
  {
    key: 'title',
    header: 'Title',
    long: true,
    render: ({ action }) => action.title,
    sortValue: ({ action }) => action.title,
  },
  {
    key: 'status',
    header: 'Status',
    width: 126,
    render: ({ action }) => <StatusChip status={action.status} />,
    sortValue: ({ placedAs }) => placedAs.status,
  },
  {
    key: 'reason',
    header: 'Reason',
    long: true,
    render: ({ action }) => reasonInWords(action),
    sortValue: ({ placedAs }) => reasonInWords(placedAs),
  },
  {
    key: 'queue',
    header: 'Queue',
    long: true,
    width: 104,
    render: ({ action }) => action.queue ?? nobody,
    sortValue: ({ placedAs }) => placedAs.queue,
  },
  {
    key: 'assignee',
    header: 'Assignee',
    long: true,
    width: 112,
    render: (row) => <Assignee row={row} />,
    sortValue: ({ placedAs }) => placedAs.assignee,
  },
  ...(hasDue ? [DUE] : []),
  {
    key: 'since',
    header: 'Since',
    width: 108,
    render: ({ action }) => <InstantText at={action.statusSince} />,
    sortValue: ({ placedAs }) => placedAs.statusSince,
  },
  {
    key: 'verbs',
    header: 'Work',
    width: 150,
    render: ({ action }) => <WorkVerbs action={action} onActing={onActing} />,
  },
];

const DUE: Column<WorkRow> = {
  key: 'due',
  header: 'Due',
  width: 116,
  render: ({ action }) => <DueMark dueAt={action.dueAt} overdue={action.overdue} />,
  sortValue: ({ placedAs }) => placedAs.dueAt,
};

/** `Updated by Integration: PO 77 not found`, `Timeout`. */
function reasonInWords({ reason, rejectedReason }: Action): string {
  return reason === 'Updated by Integration' && rejectedReason !== null ? `${reason}: ${rejectedReason}` : reason;
}

/** Who has it; for the person one looks as, whether that is them and whether it is for them to take. */
function Assignee({ row: { action, standing } }: { readonly row: WorkRow }) {
  const isTheirs = standing === 'theirs';
  return (
    <>
      {action.assignee === null ? (
        <span className={classes.waiting}>unassigned</span>
      ) : isTheirs ? (
        <b>{action.assignee}</b>
      ) : (
        action.assignee
      )}
      {standing === 'to take' && <span className={classes.toTake}> · to take</span>}
    </>
  );
}

const refOf = ({ action }: WorkRow) => action.ref;
const aboutAction = ({ action }: WorkRow) => about(action.ref);
const open = ({ action }: WorkRow) => navigate(pathOfCopy(action.ref));
const OLDEST_FIRST = { key: 'since', direction: 'ascending' } as const;

interface WorkTableProps {
  readonly rows: readonly WorkRow[];
  readonly held: HeldRows;
  readonly empty: ReactNode;
}

export function WorkTable({ rows, held: { hold, isHolding, release }, empty }: WorkTableProps) {
  const hasDue = useMemo(() => rows.some(({ action }) => action.dueAt !== null), [rows]);
  const shown = useMemo(() => columns(hasDue, hold), [hasDue, hold]);
  const list = useRef<HTMLDivElement>(null);
  // One leaves by the pointer or the focus. The button that was pressed is gone: only what comes next tells where one is.
  useEffect(() => {
    if (!isHolding) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && list.current?.contains(target) === false) release();
    };
    document.addEventListener('pointerover', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerover', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isHolding, release]);
  return (
    <div ref={list} className={classes.inCard}>
      <DataTable
        label="Actions"
        rows={rows}
        columns={shown}
        rowKey={refOf}
        rowName={refOf}
        rowAbout={aboutAction}
        onOpen={open}
        initialSort={OLDEST_FIRST}
        maxHeight="max(330px, calc(100dvh - 560px))"
        empty={empty}
      />
    </div>
  );
}
