/** The queues: made in their list, renamed, ordered, deleted; who works each, and which Action types allocate to it. */
import { AppLink } from '../../../components/app-link.tsx';
import { DefinitionList } from '../../../definition-list/definition-list.tsx';
import { DeleteButton } from '../../../definition-list/delete-button.tsx';
import { NewHere } from '../../../definition-list/new-here.tsx';
import type { OrderedRow } from '../../../definition-list/ordered-table.tsx';
import { RenameButton } from '../../../definition-list/rename-button.tsx';
import { paths } from '../../../stores/address.ts';
import { useFromSettledWorld } from '../../../stores/settled.ts';
import type { Column } from '../../../table/column.ts';
import classes from '../builder.module.css';

interface QueueRow extends OrderedRow {
  readonly users: readonly string[];
  readonly actionTypes: readonly { readonly name: string; readonly title: string }[];
}

const COLUMNS: readonly Column<QueueRow>[] = [
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
    long: true,
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
  {
    key: 'verbs',
    header: 'Change',
    width: 162,
    render: ({ name }) => (
      <>
        <RenameButton section="queues" name={name} />
        <DeleteButton section="queues" name={name} />
      </>
    ),
  },
];

export function BuilderQueuesScreen() {
  const rows = useFromSettledWorld(
    (world) =>
      world.queues.map(
        (name, place): QueueRow => ({
          name,
          place,
          users: [...world.users].filter(([, { queues }]) => queues.includes(name)).map(([user]) => user),
          actionTypes: [...world.actionTypes]
            .filter(([, { allocation }]) => allocation?.queue === name)
            .map(([type, { title }]) => ({ name: type, title: title ?? type })),
        }),
      ),
    [],
  );
  if (rows === null) return null;
  return (
    <>
      <NewHere section="queues" definitionOf={(name) => ({ section: 'queues', name })} />
      <DefinitionList
        section="queues"
        label="Queues"
        rows={rows}
        columns={COLUMNS}
        none="There are no queues yet. Type a name above and press Enter: work that needs a person waits in a queue until somebody takes it."
      />
    </>
  );
}
