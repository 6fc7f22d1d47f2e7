/** The Actions that wait for a person, the one that waits longest first. */
import { exactReference } from '../../../../engine/decide.ts';
import type { Action } from '../../../../shared/model.ts';
import { AppLink } from '../../components/app-link.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate, paths } from '../../stores/address.ts';
import classes from './people.module.css';
import { WorkVerbs } from './work-verbs.tsx';

const nobody = <span className={classes.dimmed}>–</span>;

const COLUMNS: readonly Column<Action>[] = [
  {
    key: 'reference',
    header: 'Reference',
    width: 190,
    render: (action) => <AppLink to={addressOf(action)}>{action.ref}</AppLink>,
    sortValue: ({ ref }) => ref,
  },
  { key: 'title', header: 'Title', render: ({ title }) => title, sortValue: ({ title }) => title },
  {
    key: 'status',
    header: 'Status',
    width: 118,
    render: ({ status }) => <StatusChip status={status} />,
    sortValue: ({ status }) => status,
  },
  {
    key: 'reason',
    header: 'Reason',
    render: reasonInWords,
    sortValue: reasonInWords,
  },
  {
    key: 'queue',
    header: 'Queue',
    width: 120,
    render: ({ queue }) => queue ?? nobody,
    sortValue: ({ queue }) => queue,
  },
  {
    key: 'assignee',
    header: 'Assignee',
    width: 100,
    render: ({ assignee }) => assignee ?? <span className={classes.waiting}>unassigned</span>,
    sortValue: ({ assignee }) => assignee,
  },
  {
    key: 'since',
    header: 'Since',
    width: 120,
    render: ({ statusSince }) => <InstantText at={statusSince} />,
    sortValue: ({ statusSince }) => statusSince,
  },
  { key: 'verbs', header: 'Work', width: 156, render: (action) => <WorkVerbs action={action} /> },
];

/** `Updated by Integration: PO 77 not found`, `Timeout`. */
function reasonInWords({ reason, rejectedReason }: Action): string {
  return reason === 'Updated by Integration' && rejectedReason !== null ? `${reason}: ${rejectedReason}` : reason;
}

function addressOf(action: Action): string {
  return paths.action(exactReference(action));
}

const refOf = ({ ref }: Action) => ref;
const open = (action: Action) => navigate(addressOf(action));
const OLDEST_FIRST = { key: 'since', direction: 'ascending' } as const;

interface WorkTableProps {
  readonly work: readonly Action[];
  readonly empty: React.ReactNode;
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
      maxHeight="max(330px, calc(70dvh - 290px))"
      empty={empty}
    />
  );
}
