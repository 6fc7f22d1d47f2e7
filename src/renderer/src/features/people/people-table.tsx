/** The people: whether they are available, which queues they work, what they have. */

import type { PersonRow } from '../../../../views/rows/people-rows.ts';
import { act } from '../../client/act.ts';
import { useWish } from '../../client/use-wish.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExpectMenu } from '../../components/expect-menu.tsx';
import { Section } from '../../components/section.tsx';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { FilterButton } from './filter-button.tsx';
import classes from './people.module.css';

const COLUMNS: readonly Column<PersonRow>[] = [
  {
    key: 'name',
    header: 'Name',
    long: true,
    render: ({ user }) => (
      <>
        <FilterButton filter="person" option={user}>
          {user}
        </FilterButton>
        <ExpectMenu of={[{ notifications: user }]} />
      </>
    ),
    sortValue: ({ user }) => user,
  },
  {
    key: 'available',
    header: 'Available',
    width: 88,
    render: (person) => <Availability person={person} />,
    sortValue: ({ available }) => (available ? 0 : 1),
  },
  {
    key: 'queues',
    header: 'Works',
    long: true,
    render: ({ queues }) => (queues.length > 0 ? queues.join(', ') : <span className={classes.dimmed}>no queue</span>),
    sortValue: ({ queues }) => queues.join(', '),
  },
  {
    key: 'actions',
    header: 'Actions',
    width: 76,
    align: 'right',
    render: ({ actionCount, inProgressCount }) => (
      <span title={inProgressCount > 0 ? `${inProgressCount} in progress` : undefined}>{actionCount}</span>
    ),
    sortValue: ({ actionCount }) => actionCount,
  },
  {
    key: 'attention',
    header: 'Attention',
    width: 88,
    align: 'right',
    render: ({ attentionCount }) => (
      <span title={attentionCount > 0 ? 'Cases that need their attention as owner' : undefined}>{attentionCount}</span>
    ),
    sortValue: ({ attentionCount }) => attentionCount,
  },
];

function Availability({ person: { user, available } }: { readonly person: PersonRow }) {
  const [shown, wish] = useWish(available, (wanted) =>
    act({ type: 'saveDefinition', definition: { section: 'users', name: user, change: { available: wanted } } }),
  );
  return (
    <input
      type="checkbox"
      role="switch"
      className={classes.switch}
      aria-label={`${user} is available`}
      checked={shown}
      aria-checked={shown}
      onChange={(event) => wish(event.currentTarget.checked)}
    />
  );
}

const nameOf = ({ user }: PersonRow) => user;

export function PeopleTable({ people }: { readonly people: readonly PersonRow[] }) {
  return (
    <Section title="By person" aside="unavailable people get no new work" flush>
      <div className={classes.inCard}>
        <DataTable
          label="People"
          rows={people}
          columns={COLUMNS}
          rowKey={nameOf}
          rowName={nameOf}
          maxHeight="max(182px, 30dvh)"
          empty={<EmptyState sentence="This workspace has no people." />}
        />
      </div>
    </Section>
  );
}
