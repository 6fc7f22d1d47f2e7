/** The queues: made where they stand, ordered, deleted; who works each, and which Action types allocate to it. */
import { useMemo } from 'react';
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { paths } from '../../../stores/address.ts';
import { useSettledWorld } from '../../../stores/settled.ts';
import type { Column } from '../../../table/column.ts';
import classes from '../builder.module.css';
import { DeleteButton } from '../shared/delete-button.tsx';
import { NewHere } from '../shared/new-here.tsx';
import { moveColumn, type OrderedRow, OrderedTable, placeColumn } from '../shared/ordered-table.tsx';

interface QueueRow extends OrderedRow {
  readonly users: readonly string[];
  readonly actionTypes: readonly { readonly name: string; readonly title: string }[];
}

const COLUMNS: readonly Column<QueueRow>[] = [
  placeColumn(),
  { key: 'name', header: 'Name', render: ({ name }) => name, sortValue: ({ name }) => name },
  {
    key: 'users',
    header: 'Worked by',
    render: ({ users }) =>
      users.length === 0 ? (
        <span className={classes.dimmed}>nobody</span>
      ) : (
        users.map((user, index) => (
          <span key={user}>
            {index > 0 && ', '}
            <AppLink to={paths.builderUser(user)} underline="hover">
              {user}
            </AppLink>
          </span>
        ))
      ),
    sortValue: ({ users }) => users.length,
  },
  {
    key: 'actionTypes',
    header: 'Allocated by',
    render: ({ actionTypes }) =>
      actionTypes.length === 0 ? (
        <span className={classes.dimmed}>no Action type</span>
      ) : (
        actionTypes.map(({ name, title }, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <AppLink to={paths.builderActionType(name)} underline="hover">
              {title}
            </AppLink>
          </span>
        ))
      ),
    sortValue: ({ actionTypes }) => actionTypes.length,
  },
  moveColumn('queues'),
  {
    key: 'delete',
    header: '',
    width: 76,
    render: ({ name }) => <DeleteButton section="queues" name={name} />,
  },
];

export function BuilderQueuesScreen() {
  const { world, version } = useSettledWorld();
  // The world changes in place: its version says when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const rows = useMemo(
    () =>
      (world?.queues ?? []).map(
        (name, place): QueueRow => ({
          name,
          place,
          users: [...(world?.users ?? [])].filter(([, { queues }]) => queues.includes(name)).map(([user]) => user),
          actionTypes: [...(world?.actionTypes ?? [])]
            .filter(([, { allocation }]) => allocation?.queue === name)
            .map(([type, { title }]) => ({ name: type, title: title ?? type })),
        }),
      ),
    [world, version],
  );
  return (
    <>
      <NewHere section="queues" definitionOf={(name) => ({ section: 'queues', name })} />
      <OrderedTable
        label="Queues"
        section="queues"
        rows={rows}
        columns={COLUMNS}
        maxHeight="calc(100dvh - 242px)"
        empty={
          <EmptyState sentence="There are no queues yet. Type a name above and press Enter: work that needs a person waits in a queue until somebody takes it." />
        }
      />
    </>
  );
}
