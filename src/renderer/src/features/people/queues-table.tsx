/** The queues: what waits in each, since when, and who has it. */

import type { QueueRow } from '../../../../views/rows/people-rows.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExpectMenu } from '../../components/expect-menu.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { FilterButton } from './filter-button.tsx';
import classes from './people.module.css';
import { NONE } from './work-filters.ts';

const COLUMNS: readonly Column<QueueRow>[] = [
  {
    key: 'queue',
    header: 'Queue',
    long: true,
    render: ({ queue }) => (
      <>
        <FilterButton filter="queue" option={queue ?? NONE}>
          {queue ?? 'No queue'}
        </FilterButton>
        {queue !== null && <ExpectMenu of={[{ queue }]} />}
      </>
    ),
    sortValue: ({ queue }) => queue,
  },
  {
    key: 'waiting',
    header: 'Waiting',
    width: 80,
    align: 'right',
    render: ({ waitingCount }) => waitingCount.toLocaleString('en'),
    sortValue: ({ waitingCount }) => waitingCount,
  },
  {
    key: 'unassigned',
    header: 'Unassigned',
    width: 98,
    align: 'right',
    render: ({ unassignedCount }) => (
      <span className={unassignedCount > 0 ? classes.waiting : undefined}>{unassignedCount.toLocaleString('en')}</span>
    ),
    sortValue: ({ unassignedCount }) => unassignedCount,
  },
  {
    key: 'oldest',
    header: 'Oldest since',
    width: 128,
    render: ({ oldestSince }) =>
      oldestSince === null ? <span className={classes.dimmed}>–</span> : <InstantText at={oldestSince} />,
    sortValue: ({ oldestSince }) => oldestSince,
  },
  { key: 'assigned', header: 'Assigned to', long: true, render: assignedInWords },
];

/** `omar 2, ines 1`; where nobody has any, whether somebody could. */
function assignedInWords({ queue, assigned, workers }: QueueRow) {
  if (assigned.length > 0) return assigned.map(({ user, count }) => `${user} ${count}`).join(', ');
  const nobody = workers.length === 0 ? 'nobody works it' : 'nobody available';
  const isServed = queue === null || workers.some(({ available }) => available);
  return <span className={classes.dimmed}>{isServed ? 'nobody' : nobody}</span>;
}

const nameOf = ({ queue }: QueueRow) => queue ?? 'No queue';

interface QueuesTableProps {
  readonly queues: readonly QueueRow[];
  /** Whose queues they are; `null` where they are all. */
  readonly viewAs: string | null;
}

export function QueuesTable({ queues, viewAs }: QueuesTableProps) {
  return (
    <Section title="By queue" aside={viewAs === null ? undefined : `for ${viewAs}`} flush>
      <div className={classes.inCard}>
        <DataTable
          label="Queues"
          rows={queues}
          columns={COLUMNS}
          rowKey={nameOf}
          rowName={nameOf}
          maxHeight="max(182px, 30dvh)"
          empty={
            <EmptyState
              sentence={
                viewAs === null
                  ? 'This workspace has no queues. Action types name them in their allocation.'
                  : `${viewAs} works no queue and has nothing of one.`
              }
            />
          }
        />
      </div>
    </Section>
  );
}
