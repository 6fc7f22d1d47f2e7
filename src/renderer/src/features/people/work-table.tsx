/** The Actions that wait for a person, the one that waits longest first. */
import type { ReactNode } from 'react';
import type { Action } from '../../../../shared/model.ts';
import { ActionLink, pathOfCopy } from '../../components/action-link.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './people.module.css';
import { WorkVerbs } from './work-verbs.tsx';

const nobody = <span className={classes.dimmed}>–</span>;

const COLUMNS: readonly Column<Action>[] = [
  {
    key: 'reference',
    header: 'Reference',
    long: true,
    render: ({ ref }) => <ActionLink actionRef={ref} />,
    sortValue: ({ ref }) => ref,
  },
  { key: 'title', header: 'Title', long: true, render: ({ title }) => title, sortValue: ({ title }) => title },
  {
    key: 'status',
    header: 'Status',
    width: 132,
    render: ({ status }) => <StatusChip status={status} />,
    sortValue: ({ status }) => status,
  },
  {
    key: 'reason',
    header: 'Reason',
    long: true,
    render: reasonInWords,
    sortValue: reasonInWords,
  },
  {
    key: 'queue',
    header: 'Queue',
    long: true,
    width: 104,
    render: ({ queue }) => queue ?? nobody,
    sortValue: ({ queue }) => queue,
  },
  {
    key: 'assignee',
    header: 'Assignee',
    width: 112,
    render: ({ assignee }) => assignee ?? <span className={classes.waiting}>unassigned</span>,
    sortValue: ({ assignee }) => assignee,
  },
  {
    key: 'since',
    header: 'Since',
    width: 116,
    render: ({ statusSince }) => <InstantText at={statusSince} />,
    sortValue: ({ statusSince }) => statusSince,
  },
  { key: 'verbs', header: 'Work', width: 150, render: (action) => <WorkVerbs action={action} /> },
];

/** `Updated by Integration: PO 77 not found`, `Timeout`. */
function reasonInWords({ reason, rejectedReason }: Action): string {
  return reason === 'Updated by Integration' && rejectedReason !== null ? `${reason}: ${rejectedReason}` : reason;
}

const refOf = ({ ref }: Action) => ref;
const open = ({ ref }: Action) => navigate(pathOfCopy(ref));
const OLDEST_FIRST = { key: 'since', direction: 'ascending' } as const;

interface WorkTableProps {
  readonly work: readonly Action[];
  readonly empty: ReactNode;
}

export function WorkTable({ work, empty }: WorkTableProps) {
  return (
    <DataTable
      label="Actions"
      rows={work}
      columns={COLUMNS}
      rowKey={refOf}
      rowName={refOf}
      onOpen={open}
      initialSort={OLDEST_FIRST}
      maxHeight="max(330px, calc(100dvh - 560px))"
      empty={empty}
    />
  );
}
